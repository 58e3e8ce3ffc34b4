// What the checks for everybody ask of the page in front of them: evaluated there, left behind as `looks`.
window.looks = (() => {
  const CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex='-1'])";
  const shown = (e) => e.checkVisibility({ visibilityProperty: true });
  const name = (e) => e.outerHTML.replace(/\s+/g, " ").slice(0, 140);
  // What only screen readers are given, and what nobody is: the field that machines fill in.
  const inHiddenText = (e) => e.closest(".nhsuk-u-visually-hidden, .nhsuk-skip-link, .mv-apart");
  const controls = () => [...document.querySelectorAll(CONTROLS)].filter((e) => shown(e) && !e.disabled);

  // Of a group of radios, Tab reaches the one that is chosen, else the first.
  const reached = (e) => {
    if (e.tabIndex < 0) return false;
    if (e.type !== "radio") return true;
    const group = [...document.querySelectorAll(`input[name="${CSS.escape(e.name)}"]`)];
    return e === (group.find((one) => one.checked) ?? group[0]);
  };
  const tabbable = () => controls().filter(reached);

  // What a person presses: of a radio or a tick box, its words too.
  const target = (e) => {
    const [one, ...others] = [e, ...(e.labels && /radio|checkbox/.test(e.type) ? e.labels : [])].map((x) => x.getBoundingClientRect());
    return others.reduce((a, b) => new DOMRect(
      Math.min(a.left, b.left), Math.min(a.top, b.top),
      Math.max(a.right, b.right) - Math.min(a.left, b.left), Math.max(a.bottom, b.bottom) - Math.min(a.top, b.top),
    ), one);
  };
  // A link within a sentence is as high as its line; the guidelines except it.
  const inSentence = (e) => e.matches("a, button.mv-linkbutton") && getComputedStyle(e).display.startsWith("inline")
    && e.closest("p, li, dd, td")?.textContent.trim() !== e.textContent.trim();
  const tooSmall = () => controls().filter((e) => e.tabIndex >= 0 && !inHiddenText(e) && !inSentence(e)).flatMap((e) => {
    const box = target(e);
    const least = e.matches("a:not(.nhsuk-button)") ? 24 : 43.5;
    return box.height < least || box.width < 24 ? [`${Math.round(box.width)}x${Math.round(box.height)} ${name(e)}`] : [];
  });

  // Where a ring would show: on the control, or on the drawn circle or box beside a radio or tick box.
  const ring = (e) => [getComputedStyle(e), ...(e.labels?.length ? [getComputedStyle(e.labels[0], "::before")] : [])]
    .map((s) => [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.backgroundColor, s.borderColor, s.borderWidth, s.color].join()).join();
  const outlined = (e) => [getComputedStyle(e), ...(e.labels?.length ? [getComputedStyle(e.labels[0], "::before")] : [])]
    .some((s) => s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2);

  let atRest = new Map();
  const remember = () => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
    const all = tabbable();
    atRest = new Map(all.map((e) => [e, ring(e)]));
    return all.map(name);
  };
  const covered = (e) => {
    const box = target(e);
    const x = box.left + box.width / 2, y = Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1);
    const top = document.elementFromPoint(x, y);
    return !(top && (e.contains(top) || top.contains(e) || [...(e.labels ?? [])].some((l) => l.contains(top))));
  };
  const focused = () => {
    const e = document.activeElement;
    if (!e || e === document.body) return null;
    const box = target(e);
    return {
      at: [...atRest.keys()].indexOf(e), name: name(e), seen: ring(e) !== atRest.get(e), covered: covered(e),
      // The skip link stands above all else, wherever the page has been scrolled to.
      ...(e.matches(".nhsuk-skip-link") ? { top: 0, bottom: 1 } : { top: box.top + scrollY, bottom: box.bottom + scrollY }),
    };
  };

  const focusedWithoutOutline = () => tabbable().filter((e) => { e.focus(); return !outlined(e); }).map(name);
  const withoutEdge = () => controls().filter((e) => e.matches(".nhsuk-button, .nhsuk-input, .nhsuk-textarea, .nhsuk-select"))
    .filter((e) => getComputedStyle(e).borderStyle === "none" || getComputedStyle(e).borderWidth === "0px").map(name);

  const stickingOut = () => document.documentElement.scrollWidth <= innerWidth ? []
    : [...document.body.querySelectorAll("*")].filter((e) => shown(e) && (e.getBoundingClientRect().right > innerWidth + 0.5 || e.getBoundingClientRect().left < -0.5)).map(name);
  const cutOff = () => [...document.body.querySelectorAll("*")].filter((e) => {
    const style = getComputedStyle(e);
    return shown(e) && !inHiddenText(e) && style.overflowX !== "visible" && !e.matches("textarea, select, input, svg, svg *, html, body")
      && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1);
  }).map(name);

  const moving = () => [...document.body.querySelectorAll("*")].filter((e) => {
    const style = getComputedStyle(e);
    return style.animationName !== "none" || style.transitionDuration.split(",").some((time) => parseFloat(time) > 0);
  }).map(name);

  // The words that a screen reader adds to the control with the focus: those of its error must be among them.
  const described = () => {
    const e = document.activeElement;
    const ids = [e, e.closest("fieldset")].flatMap((x) => (x?.getAttribute("aria-describedby") ?? "").split(" ")).filter(Boolean);
    return e.matches("input, textarea, select") ? ids.map((id) => document.getElementById(id)?.textContent ?? "").join(" ") : "";
  };

  // Classes that the page wears, and those that its styles know.
  const worn = () => [...new Set([...document.querySelectorAll("[class]")].flatMap((e) => [...e.classList]))];
  const styled = () => [...document.styleSheets].map((sheet) => [...sheet.cssRules].map((rule) => rule.cssText).join()).join();

  // Errors, and help at once, stand above the page's own headings.
  const outline = () => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter((e) => shown(e) && !e.closest("[role=alert]")).map((e) => Number(e.tagName[1]));

  // More air between lines, words and letters, as some readers need (WCAG 1.4.12).
  const air = new CSSStyleSheet();
  air.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }");
  const airy = (on) => { document.adoptedStyleSheets = on ? [air] : []; };
  const larger = (share) => { document.documentElement.style.fontSize = share; };

  return { tooSmall, remember, focused, focusedWithoutOutline, withoutEdge, stickingOut, cutOff, moving, outline, airy, larger, described, worn, styled };
})();
