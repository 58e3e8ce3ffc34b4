// A comment that is open here is held: longer while somebody works on it, no more when she leaves the page. Without
// scripts it is hers for some minutes. The form data-hold="ADDRESS" holds the ticket and lets go when it is sent.

const EVERY = 60_000;

export const holdWhileHere = () => {
  const form = document.querySelector("form[data-hold]");
  if (!form) return;
  let worked = false;
  let sending = false;

  const lost = (name) => {
    form.querySelector("[role=status]").textContent = form.dataset.lost + name;
    document.querySelector("h1").after(form);
  };

  const longer = async () => {
    if (!worked) return;
    worked = false;
    const answer = await fetch(form.dataset.hold, { method: "POST", body: new FormData(form) });
    if (answer.ok) form.elements.until.value = await answer.text();
    else if (answer.status === 409) lost(await answer.text());
  };

  for (const sign of ["keydown", "pointerdown", "scroll"]) addEventListener(sign, () => (worked = true), { passive: true });
  setInterval(() => longer().catch(() => (worked = true)), EVERY);
  // A page that is sent decides about the comment, or comes back with it.
  document.addEventListener("submit", (event) => (sending ||= !event.defaultPrevented));
  addEventListener("pagehide", () => sending || navigator.sendBeacon(form.action, new FormData(form)));
  addEventListener("pageshow", (event) => {
    sending = false;
    if (event.persisted) location.reload();
  });
};
