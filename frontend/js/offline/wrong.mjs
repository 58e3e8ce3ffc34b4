// What has to be put right before she goes on: the sheet holds a sentence for each such thing, hidden until it is so.
// It is said as on the pages that a server sends: beside its control, and in a summary that takes the focus.

import { isChosen, lettersLeft, told } from "../woman.mjs";

const RULES = {
  long: ([box]) => lettersLeft(box) < 0,
  needed: (controls) => !controls.some((control) => (isChosen(control) ? control.checked : control.value.trim())),
  address: ([box], { elements }) => [...elements].some(({ name, value, checked }) => name === "consents" && value === "contact" && checked) && !(box.value && box.checkValidity()),
  nothing: (_, form) => !told(new FormData(form)).some(([name]) => name.startsWith("q-")),
};
const DESCRIBED = "aria-describedby";
const problem = document.getElementById("problem");

/** Say it beside its control, or no longer. */
const sayBeside = (sentence, control) => {
  const [heard, seen] = isChosen(control) ? [control.closest("fieldset"), control.closest("[data-module]")] : [control, control];
  const ids = new Set(heard.getAttribute(DESCRIBED)?.split(" "));
  ids[sentence.hidden ? "delete" : "add"](sentence.id);
  heard.setAttribute(DESCRIBED, [...ids].join(" "));
  control.closest(".nhsuk-form-group").classList.toggle("nhsuk-form-group--error", !sentence.hidden);
  seen.before(sentence);
};

const lineTo = (control, words) => {
  const line = document.createElement("li");
  const link = Object.assign(document.createElement("a"), { textContent: words, href: `#${control.id}` });
  link.addEventListener("click", (event) => {
    event.preventDefault();
    control.focus();
  });
  line.append(link);
  return line;
};

/** Say what is wrong on a sheet, each where it is, and lead her there; whether anything is. */
export const wrong = (place) => {
  const form = place.querySelector("form");
  const lines = [];
  let isWrong = false;
  for (const sentence of place.querySelectorAll("[data-wrong]")) {
    const controls = [...form.elements].filter(({ name }) => name === sentence.dataset.of);
    sentence.hidden = !RULES[sentence.dataset.wrong](controls, form);
    isWrong ||= !sentence.hidden;
    if (!controls.length) continue;
    sayBeside(sentence, controls[0]);
    if (!sentence.hidden) lines.push(lineTo(controls[0], sentence.textContent));
  }
  problem.hidden = !lines.length;
  problem.querySelector("ul").replaceChildren(...lines);
  if (lines.length) {
    problem.focus();
    document.title = `${problem.dataset.error} ${place.querySelector("h1").textContent.trim()}`;
  }
  return isWrong;
};
