// What a telling's form holds, as pairs of name and value, and how to put it back.

// These say where she is, not what she told.
const OF_THE_PAGE = ["ticket", "at", "returning", "turn", "back", "skip", "change", "stay", "begin", "later", "go-on", "send", "task", "work", "website"];

export const told = (pairs) => [...pairs].filter(([name, value]) => !OF_THE_PAGE.includes(name) && value !== "");

/** The key in a ticket: it stays the same when a ticket is renewed. */
export const keyIn = (ticket = "") => ticket.split(".")[0];

export const hidden = (name, value) => Object.assign(document.createElement("input"), { type: "hidden", name, value });

export const isChosen = ({ type }) => type === "radio" || type === "checkbox";

/** Skipping takes the choices of a page back and leaves words alone, as the server does. */
export const withoutChoices = (pairs, controls) => {
  const choices = [...controls].filter((control) => isChosen(control) || control.matches("select")).map(({ name }) => name);
  return pairs.filter(([name]) => !choices.includes(name));
};

const put = (control, values) => {
  if (isChosen(control)) {
    const isNew = values.includes(control.value) && !control.checked;
    // A click, so that what opens under a box opens.
    if (isNew) control.click();
    return isNew;
  }
  if (control.value === values[0]) return false;
  control.value = values[0];
  control.dispatchEvent(new Event("input"));
  return true;
};

const carry = (form, name, values, controls) => {
  for (const control of form.querySelectorAll("input[type=hidden]")) if (control.name === name) control.remove();
  const isShown = (value) => controls.some((control) => control.type !== "checkbox" || control.value === value);
  form.append(...values.filter((value) => !isShown(value)).map((value) => hidden(name, value)));
};

/**
 * Put values back into a form: into its controls that are not in `touched`, and as hidden inputs where it shows none.
 * Nothing is taken out. Returns whether she sees a difference.
 */
export const fill = (form, pairs, touched = new Set()) => {
  let seen = false;
  for (const name of new Set(pairs.map(([name]) => name))) {
    const values = pairs.filter((pair) => pair[0] === name).map(([, value]) => value);
    const controls = [...form.elements].filter((control) => control.name === name && control.type !== "hidden");
    carry(form, name, values, controls);
    if (touched.has(name)) continue;
    for (const control of controls) seen = put(control, values) || seen;
  }
  return seen;
};
