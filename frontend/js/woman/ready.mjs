// Asks the browser to keep the worker that answers without a signal, for a telling's address alone. The other road (after a
// loss, or back) gets one of its own once she is on it, so that nobody fetches pages that she does not come to.

import { show } from "./notices.mjs";

/** Without a signal the other road opens only where she has been on it; else she is told, instead of losing this page. */
const mindTheRoad = () => {
  let isThere = false;
  const look = async (event) => {
    const { submitter } = event;
    if (submitter?.name !== "begin" || navigator.onLine || isThere) return;
    event.preventDefault();
    event.stopPropagation();
    const known = await navigator.serviceWorker.getRegistration(submitter.formAction);
    isThere = known?.scope === submitter.formAction;
    if (isThere) return submitter.click();
    await show(":signal", "needs-signal");
    scrollTo(0, 0);
  };
  document.addEventListener("submit", look, true);
};

/** After the page is there, so that it never waits for this. */
export const getReady = () => {
  const form = document.querySelector("form[data-worker]");
  if (!form || !navigator.serviceWorker) return;
  mindTheRoad();
  window.addEventListener("load", async () => {
    const { pathname } = new URL(form.action);
    const known = await navigator.serviceWorker.register(form.dataset.worker, { scope: pathname });
    const tell = () => show(":signal", navigator.onLine || !known.active ? "" : "no-signal");
    for (const change of ["online", "offline"]) window.addEventListener(change, tell);
  });
};
