// Hiding words of a comment where they stand: select them and press the button (or its key); or press it with nothing
// selected, and every word becomes a button to tap, or to reach with the arrow keys. Without scripts there are the list
// and the box to type in, which stay.

import { listOf } from "./hiding/list.mjs";
import { cut, plain, selectedIn, wordsOf } from "./hiding/text.mjs";

const STEPS = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1 };

export const hideWords = () => {
  const part = document.querySelector("[data-hide]");
  const place = document.querySelector("[data-raw] p");
  const here = document.querySelector("[data-choose-here]");
  if (!part || !place || !here) return;

  const text = plain(place);
  const words = wordsOf(text);
  const button = here.querySelector("button");
  let choosing = false;
  let at = 0;
  let from = null;

  const list = listOf(part, () => show());
  const say = (what, stretch) => (part.querySelector("[data-hide-said]").textContent = what + cut(text, stretch.start, stretch.end));
  const over = ({ start, end }) => list.hidden().find((one) => one.start < end && one.end > start);
  const hide = (stretch) => {
    list.add(stretch.start, stretch.end, cut(text, stretch.start, stretch.end));
    say(part.dataset.hidden, stretch);
  };

  // Beside a stretch that is hidden, a word joins it: "Sarah" and then "Jones" are one name.
  const joined = (stretch) => {
    const near = list.hidden().find((one) => /^[ -]$/.test(between(one, stretch)));
    if (!near) return stretch;
    if (!("suggested" in near.row.dataset)) list.remove(near);
    return { start: Math.min(near.start, stretch.start), end: Math.max(near.end, stretch.end) };
  };
  const between = (one, other) => one.end <= other.start ? cut(text, one.end, other.start) : cut(text, other.end, one.start);

  const toggle = (index) => {
    const stretch = from === null ? words[index] : { start: words[Math.min(from, index)].start, end: words[Math.max(from, index)].end };
    const shows = from === null && over(stretch);
    from = null;
    at = index;
    if (!shows) return hide(joined(stretch));
    for (let one = shows; one; one = over(stretch)) list.remove(one);
    return say(part.dataset.shown, stretch);
  };

  const piece = (index) => {
    const word = words[index];
    const element = document.createElement("button");
    element.type = "button";
    element.className = "mv-word";
    element.textContent = cut(text, word.start, word.end);
    element.tabIndex = index === at ? 0 : -1;
    element.setAttribute("aria-pressed", String(Boolean(over(word))));
    if (from !== null && index >= Math.min(from, at) && index <= Math.max(from, at)) element.classList.add("mv-word--reached");
    element.addEventListener("click", () => toggle(index));
    return element;
  };

  const asButtons = () => words.flatMap((word, index) => [cut(text, index ? words[index - 1].end : 0, word.start), piece(index)]);

  const asMarks = () => {
    const pieces = [];
    let position = 0;
    for (const one of list.hidden().sort((a, b) => a.start - b.start)) {
      if (one.end <= position) continue;
      const start = Math.max(one.start, position);
      const mark = Object.assign(document.createElement("mark"), { className: "mv-marked", textContent: cut(text, start, one.end) });
      const heard = Object.assign(document.createElement("span"), { className: "nhsuk-u-visually-hidden", textContent: ` (${part.dataset.toHide})` });
      mark.append(heard);
      pieces.push(cut(text, position, start), mark);
      position = one.end;
    }
    return [...pieces, cut(text, position)];
  };

  const show = () => {
    const focused = place.contains(document.activeElement);
    const after = words.length ? cut(text, words.at(-1).end) : text;
    place.replaceChildren(...(choosing ? [...asButtons(), after] : asMarks()));
    if (choosing && focused) current()?.focus();
  };
  const current = () => place.querySelectorAll(".mv-word")[at];

  const choose = (on) => {
    choosing = on && words.length > 0;
    from = null;
    place.classList.toggle("mv-words--choosing", choosing);
    button.textContent = choosing ? part.dataset.chosen : part.dataset.choose;
    show();
    if (choosing) current().focus();
    else if (!on) button.focus();
  };

  const go = (index, reaching) => {
    from = reaching ? from ?? at : null;
    at = Math.min(Math.max(index, 0), words.length - 1);
    show();
  };

  // A press on the button would take the selection away before its click arrives.
  let selected = null;
  button.addEventListener("pointerdown", () => (selected = selectedIn(place, words)));
  button.addEventListener("click", () => {
    const stretch = choosing ? null : selected ?? selectedIn(place, words);
    selected = null;
    if (stretch) {
      getSelection().removeAllRanges();
      hide(stretch);
    } else {
      choose(!choosing);
    }
  });
  place.addEventListener("keydown", (event) => {
    if (!choosing) return;
    const forward = getComputedStyle(place).direction === "rtl" ? { ArrowRight: -1, ArrowLeft: 1 } : {};
    const step = forward[event.key] ?? STEPS[event.key];
    if (step) go(at + step, event.shiftKey);
    else if (event.key === "Home" || event.key === "End") go(event.key === "Home" ? 0 : words.length - 1, event.shiftKey);
    else if (event.key === "Escape") choose(false);
    else return;
    event.preventDefault();
  });

  here.hidden = false;
  list.settle();
};
