// Keyboard shortcuts work only while their list (<details data-shortcuts>) is open, so that nobody who dictates
// or uses a screen reader sets one off unknowingly (WCAG 2.1.4). A key presses the control with data-shortcut.

const writing = (element) => element.matches("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");

export const listenForShortcuts = () => {
  document.addEventListener("keydown", (event) => {
    const open = document.querySelector("details[data-shortcuts][open]");
    if (!open || event.ctrlKey || event.metaKey || event.altKey || event.repeat || writing(event.target)) return;
    const control = document.querySelector(`[data-shortcut="${CSS.escape(event.key.toLowerCase())}"]`);
    if (!control) return;
    event.preventDefault();
    control.focus();
    control.click();
  });
};
