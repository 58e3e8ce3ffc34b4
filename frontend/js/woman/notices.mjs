// Says what is kept and what was sent, at the page's <div id="kept">. The words are the same on every page of a language: the
// browser fetches them once, from the address in data-words, and the worker keeps them for when there is no signal.

import { hidden } from "./fields.mjs";
import { change, tellings } from "./post.mjs";

export const SENT = "sent";
const OPENED = "opened";

const place = document.getElementById("kept");
let asked;

const fetched = async () => {
  const answer = await fetch(place.dataset.words);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
};

/** All the words, or null where the signal was too poor to fetch them: then whoever speaks next asks again. */
export const getWords = () => {
  asked ??= fetched().catch(() => (asked = null));
  return asked;
};

/** A copy of the words for something, with values in their places and what its buttons do. */
export const say = (words, what, { values = {}, does = {} } = {}) => {
  const found = words.querySelector(`[data-says="${what}"]`).cloneNode(true);
  for (const part of found.querySelectorAll("[data-fill]")) part.textContent = values[part.dataset.fill] ?? "";
  for (const part of found.querySelectorAll("[data-if]")) if (!values[part.dataset.if]) part.remove();
  for (const button of found.querySelectorAll("[data-does]")) button.addEventListener("click", does[button.dataset.does]);
  return found;
};

const showIn = (words, key, what, more) => {
  const old = place.querySelector(`[data-key="${key}"]`);
  if (old?.dataset.says === what) return;
  old?.remove();
  if (!what) return;
  const said = say(words, what, more);
  said.dataset.key = key;
  place.append(said);
};

/** Show these words above the page, once for each key; nothing takes them away. */
export const show = async (key, what, more) => {
  const words = await getWords();
  if (words) showIn(words, key, what, more);
};

const groups = (code) => code.match(/.{1,4}/g).map((group) => Object.assign(document.createElement("span"), { textContent: group }));

// Read out letter by letter.
const spelled = (code = "") => [...code].join(" ");

const forget = (id) => change(id, () => null).then(refresh);

// Its last page again, where she can change it and send it anew. It stays here until that page has it.
const openAgain = ({ id, address, ticket, fields }) => {
  sessionStorage.setItem(OPENED, id);
  const form = Object.assign(document.createElement("form"), { method: "post", action: address });
  const whole = [...fields, ["ticket", ticket], ["at", "review"], ["stay", "1"]];
  form.append(...whole.map(([name, value]) => hidden(name, value)));
  document.body.append(form);
  form.submit();
};

/** The page that was opened by this has it now. */
export const takenOver = () => {
  const id = sessionStorage.getItem(OPENED);
  sessionStorage.removeItem(OPENED);
  if (id) forget(id);
};

const showOne = (words, telling) => {
  const { id, state, place: where, message, code, serious } = telling;
  const does = { forget: () => forget(id), open: () => openAgain(telling) };
  showIn(words, id, state, { values: { place: where, message, serious, spelled: spelled(code) }, does });
  if (!code) return;
  place.querySelector(`[data-key="${id}"] .mv-receipt__code`).replaceChildren(...groups(code));
  sessionStorage.setItem(SENT, id);
};

/** Whether she has been told in this tab that this telling was sent. */
export const wasTold = (id) => sessionStorage.getItem(SENT) === id;

/** Show how it stands with everything that she has sent from this phone. Returns it. */
export const refresh = async () => {
  const words = await getWords();
  const all = await tellings();
  for (const said of place.querySelectorAll("[data-key]")) {
    if (!said.dataset.key.startsWith(":") && !all.some(({ id }) => id === said.dataset.key)) said.remove();
  }
  if (words) all.forEach((telling) => showOne(words, telling));
  return all;
};
