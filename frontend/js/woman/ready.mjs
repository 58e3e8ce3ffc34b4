// Asks the browser to keep the worker that answers without a signal, for a telling's address alone; for that of the other
// road too (after a loss, or back), where a page leads there.

import { show } from "./notices.mjs";

const addresses = (form) => [form.action, ...[...form.querySelectorAll("[name=begin]")].map((button) => button.formAction)];

const register = (form) =>
  addresses(form).map((address) => navigator.serviceWorker.register(form.dataset.worker, { scope: new URL(address).pathname }));

/** After the page is there, so that it never waits for this. */
export const getReady = () => {
  const form = document.querySelector("form[data-worker]");
  if (!form || !navigator.serviceWorker) return;
  window.addEventListener("load", async () => {
    const [known] = await Promise.all(register(form));
    const tell = () => show(":signal", navigator.onLine || !known.active ? "" : "no-signal");
    for (const change of ["online", "offline"]) window.addEventListener(change, tell);
  });
};
