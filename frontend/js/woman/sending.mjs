// Asks the worker to send what waits: at every page, when the signal comes back, and every half minute.

import { refresh } from "./notices.mjs";

const SLOWLY = 30_000;

export const send = async () => {
  const known = await navigator.serviceWorker.getRegistrations();
  known.find(({ active }) => active)?.active.postMessage("send");
};

const waits = (all) => all.some(({ state }) => state === "waiting");

const sendIfAnyWaits = async () => {
  if (waits(await refresh())) await send();
};

export const keepSending = () => {
  if (!navigator.serviceWorker || !window.indexedDB) return;
  const again = () => sendIfAnyWaits().catch(() => {});
  navigator.serviceWorker.addEventListener("message", () => refresh());
  window.addEventListener("online", again);
  window.addEventListener("pageshow", again);
  setInterval(again, SLOWLY);
};
