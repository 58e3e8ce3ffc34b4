// Says what is kept and what was sent, in words from the page's <template id="kept-words">, at its <div id="kept">.

import { hidden } from "./fields.mjs";
import { change, tellings } from "./post.mjs";

export const SENT = "sent";
const OPENED = "opened";

const place = document.getElementById("kept");
const words = document.getElementById("kept-words")?.content;

/** A copy of the words for something, with values in their places and what its buttons do. */
export const say = (what, { values = {}, does = {} } = {}) => {
  const found = words.querySelector(`[data-says="${what}"]`).cloneNode(true);
  for (const part of found.querySelectorAll("[data-fill]")) part.textContent = values[part.dataset.fill] ?? "";
  for (const part of found.querySelectorAll("[data-if]")) if (!values[part.dataset.if]) part.remove();
  for (const button of found.querySelectorAll("[data-does]")) button.addEventListener("click", does[button.dataset.does]);
  return found;
};

/** Show these words above the page, once for each key; nothing takes them away. */
export const show = (key, what, more) => {
  const old = place.querySelector(`[data-key="${key}"]`);
  if (old?.dataset.says === what) return;
  old?.remove();
  if (!what) return;
  const said = say(what, more);
  said.dataset.key = key;
  place.append(said);
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

const showOne = (telling) => {
  const { id, state, place: where, message, code, serious } = telling;
  const does = { forget: () => forget(id), open: () => openAgain(telling) };
  show(id, state, { values: { place: where, message, serious, spelled: spelled(code) }, does });
  if (!code) return;
  place.querySelector(`[data-key="${id}"] .mv-receipt__code`).replaceChildren(...groups(code));
  sessionStorage.setItem(SENT, id);
};

/** Whether she has been told in this tab that this telling was sent. */
export const wasTold = (id) => sessionStorage.getItem(SENT) === id;

/** Show how it stands with everything that she has sent from this phone. Returns it. */
export const refresh = async () => {
  const all = await tellings();
  for (const said of place.querySelectorAll("[data-key]")) {
    if (!said.dataset.key.startsWith(":") && !all.some(({ id }) => id === said.dataset.key)) said.remove();
  }
  all.forEach(showOne);
  return all;
};
