// A form marked data-once is sent once per showing of the page: a second press waits for the first answer.
// The server is idempotent all the same; this only spares people the doubt.

const sent = new WeakSet();

export const sendOnce = () => {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-once]")) return;
    if (sent.has(form)) event.preventDefault();
    sent.add(form);
  });
  // Coming back by the Back button shows the page from memory: it may be sent again.
  window.addEventListener("pageshow", () => document.querySelectorAll("[data-once]").forEach((form) => sent.delete(form)));
};
