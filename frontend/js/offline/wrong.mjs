// What has to be put right before she goes on: the sheet holds a sentence for each such thing, hidden until it is so.

import { isChosen, lettersLeft, told } from "../woman.mjs";

const RULES = {
  long: ([box]) => lettersLeft(box) < 0,
  needed: (controls) => !controls.some((control) => (isChosen(control) ? control.checked : control.value.trim())),
  address: ([box], { elements }) => [...elements].some(({ name, value, checked }) => name === "consents" && value === "contact" && checked) && !(box.value && box.checkValidity()),
  nothing: (_, form) => !told(new FormData(form)).some(([name]) => name.startsWith("q-")),
};

/** Say what is wrong on a sheet, each where it is, and lead her to the first; whether anything is. */
export const wrong = (place) => {
  const form = place.querySelector("form");
  const controls = ({ dataset }) => [...form.elements].filter(({ name }) => name === dataset.of);
  const sentences = [...place.querySelectorAll("[data-wrong]")];
  for (const sentence of sentences) {
    const found = controls(sentence);
    found[0]?.closest(".nhsuk-form-group")?.prepend(sentence);
    sentence.hidden = !RULES[sentence.dataset.wrong](found, form);
  }
  const first = sentences.find(({ hidden }) => !hidden);
  if (first) controls(first)[0]?.focus();
  return Boolean(first);
};
