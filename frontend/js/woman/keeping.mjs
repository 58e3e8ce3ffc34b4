// Keeps what she types on her device until it is sent, and puts it back when she returns. One telling in one tab:
// another tab does not get what is open here.

import { draft, dropAll, dropDraft, dropOld, drafts, keepDraft } from "./drafts.mjs";
import { fill, hidden, keyIn, told, withoutChoices } from "./fields.mjs";
import { getWords, SENT, say, show, takenOver } from "./notices.mjs";

const SENDING = "sending";
const FORGOTTEN = "forgotten";
// The page before this one may still be letting go of the telling.
const PATIENCE = 700;

/** Whether this tab is the only one with a telling; it lets go of it when the page is left. */
const mine = (id) => {
  if (!navigator.locks) return true;
  const giveUp = new AbortController();
  setTimeout(() => giveUp.abort(), PATIENCE);
  return new Promise((answer) => {
    const held = () => {
      answer(true);
      return new Promise((letGo) => window.addEventListener("pagehide", letGo, { once: true }));
    };
    navigator.locks.request(`telling:${id}`, { signal: giveUp.signal }, held).catch(() => answer(false));
  });
};

const leftBehind = async (about) => {
  const newestFirst = drafts().filter((one) => one.about === about).sort((a, b) => b.saved - a.saved);
  for (const one of newestFirst) if (await mine(one.id)) return { ...one, returned: true };
  return null;
};

/** Which telling the form holds: its own, else one left behind, else a new one; null when another tab has it. */
const which = async (form, isEmpty) => {
  const own = keyIn(form.elements.ticket?.value) || history.state?.telling || crypto.randomUUID();
  const kept = draft(own);
  const left = !kept && isEmpty && (await leftBehind(form.dataset.about));
  return left || ((await mine(own)) ? (kept ?? { id: own, fields: [] }) : null);
};

/** Keeps the telling whose form is in the page; without a signal the form of one sheet follows that of another. */
export class Keeper {
  constructor() {
    this.touched = new Set();
    document.addEventListener("input", ({ target }) => {
      if (target.form !== this.form) return;
      this.touched.add(target.name);
      this.keep();
    });
    window.addEventListener("pagehide", () => this.touched.clear());
    window.addEventListener("pageshow", ({ persisted }) => persisted && this.returns());
  }

  /** Begin; `open` shows the page at which a returning woman stopped. */
  async start(open) {
    const telling = await which(this.form, !told(new FormData(this.form)).length);
    if (!telling) return;
    this.id = telling.id;
    this.putBack(telling, open);
    takenOver();
  }

  /** She came back to the page as the browser had kept it; she may have changed something on later pages. */
  async returns() {
    const kept = this.id && draft(this.id);
    if (kept && (await mine(this.id))) this.putBack(kept);
  }

  get form() {
    return document.querySelector("form[data-about]");
  }

  get ticket() {
    return this.form.elements.ticket?.value ?? "";
  }

  set ticket(ticket) {
    (this.form.elements.ticket ?? this.form.appendChild(hidden("ticket", ""))).value = ticket;
  }

  /** Keep the form as it stands, without the choices of what she skips. */
  keep({ skipped = [], at = this.form.elements.at.value } = {}) {
    const { form, id, ticket } = this;
    if (!id) return;
    const fields = withoutChoices(told(new FormData(form)), skipped);
    if (!fields.length && !draft(id)) return;
    if (keepDraft({ id, ticket, about: form.dataset.about, at, fields })) this.say();
  }

  /** Say once on each page that it is kept, and how to end that. */
  async say() {
    const words = await getWords();
    if (!words || this.form.querySelector("[data-says=keeping]")) return;
    this.form.append(say(words, "keeping", { does: { forget: () => this.forget() } }));
  }

  putBack({ id, ticket, at, fields, returned }, open) {
    // Unless the page has it renewed.
    if (ticket && keyIn(ticket) !== keyIn(this.ticket)) this.ticket = ticket;
    const seen = fill(this.form, fields, this.touched);
    if (this.ticket && keyIn(this.ticket) !== id) this.rename(keyIn(this.ticket));
    this.keep({ at });
    if (!seen && !returned) return;
    const does = { resume: () => open(at), forget: () => this.forget() };
    show(":restored", returned ? "returned" : "restored", { does });
  }

  /** What began without a signal goes on under the key of the page that it is put into. */
  rename(id) {
    dropDraft(this.id);
    this.id = id;
  }

  /** The pages before this one still hold it in the browser's own memory; so she is asked to close the tab. */
  forget() {
    dropAll();
    sessionStorage.setItem(FORGOTTEN, "1");
    location.replace(this.form.action);
  }
}

const goOn = (form, at) => {
  form.elements.at.value = at;
  form.append(hidden("stay", "1"));
  form.submit();
};

const keepForm = (form) => {
  const keeper = new Keeper();
  form.addEventListener("submit", ({ submitter }) => {
    keeper.keep({ skipped: submitter?.name === "skip" ? form.elements : [] });
    if (submitter?.name === "send") sessionStorage.setItem(SENDING, keeper.id);
    // To the other road, where it goes on under another key.
    if (submitter?.name === "begin") dropDraft(keeper.id);
  });
  // Not before: browsers put back by themselves what stood on a page until then.
  window.addEventListener("pageshow", () => keeper.start((at) => goOn(form, at)), { once: true });
};

/** On a telling's page: keep what she types. On the page that says it was sent: forget it. */
export const keepWhatSheTypes = () => {
  // Now, while there is a signal.
  getWords();
  dropOld();
  if (document.querySelector("[data-sent]")) {
    const sent = sessionStorage.getItem(SENDING);
    dropDraft(sent);
    sessionStorage.setItem(SENT, sent);
  }
  if (sessionStorage.getItem(FORGOTTEN)) {
    sessionStorage.removeItem(FORGOTTEN);
    show(":restored", "forgotten");
  }
  const form = document.querySelector("form[data-about]");
  // The page without a signal (offline.mjs) keeps its sheets itself.
  if (form && !document.getElementById("handed")) keepForm(form);
};
