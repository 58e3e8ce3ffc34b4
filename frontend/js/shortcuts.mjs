// Keyboard shortcuts work only while their list (<details data-shortcuts>) is open, so that nobody who dictates
// or uses a screen reader sets one off unknowingly (WCAG 2.1.4); a list that is closed stays closed in this browser.
// A key presses the control with data-shortcut; where that is no control, it goes to the first one inside. In a part
// marked data-numbered, 1 to 9 go to its questions.

const CLOSED = "shortcuts-closed";

const writing = (element) => element.matches("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");

const remember = (list) => {
  try {
    if (localStorage.getItem(CLOSED)) list.open = false;
    list.addEventListener("toggle", () => (list.open ? localStorage.removeItem(CLOSED) : localStorage.setItem(CLOSED, "1")));
  } catch {
    // A browser that keeps nothing shows the list as the page has it.
  }
};

const question = (number) => document.querySelectorAll("[data-numbered] fieldset")[number - 1];

const press = (key) => {
  const control = /^[1-9]$/.test(key) ? question(Number(key)) : document.querySelector(`[data-shortcut="${CSS.escape(key)}"]`);
  if (!control) return false;
  if (control.matches("a, button, summary")) {
    control.focus();
    control.click();
  } else {
    control.querySelector("input:checked, select, input")?.focus();
  }
  return true;
};

export const listenForShortcuts = () => {
  document.querySelectorAll("[data-shortcuts]").forEach(remember);
  document.addEventListener("keydown", (event) => {
    const open = document.querySelector("details[data-shortcuts][open]");
    if (!open || event.ctrlKey || event.metaKey || event.altKey || event.repeat || writing(event.target)) return;
    if (press(event.key.toLowerCase())) event.preventDefault();
  });
};
