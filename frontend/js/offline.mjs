// The whole telling on one page, for a woman without a signal: one sheet at a time, nothing asked of the network.
// The worker gives this page with what she was just sending in <template id="handed">.

import { lookBack } from "./offline/look.mjs";
import { wrong } from "./offline/wrong.mjs";
import { bringToLife, change, dropDraft, fill, Keeper, refresh, send, show, told, wasTold, withoutChoices } from "./woman.mjs";

const place = document.getElementById("sheet");
const sheets = [...document.querySelectorAll("[data-sheet]")];
const handed = [...document.getElementById("handed").content.children].map(({ name, value }) => [name, value]);
const was = Object.fromEntries(handed);
const keeper = new Keeper();
// A key is good for one road only: not for that after a loss and for the other.
let ticket = was.begin ? "" : (was.ticket ?? "");
let returning = false;

// As the server: a sheet that is not here is the first of its kind, or the first of all.
const named = (name = "") => {
  const alike = sheets.filter(({ dataset }) => dataset.sheet.split("-")[0] === name.split("-")[0]);
  return alike.find(({ dataset }) => dataset.sheet === name) ?? alike[0] ?? sheets[0];
};
const next = (sheet, by = 1) => sheets[Math.max(0, Math.min(sheets.length - 1, sheets.indexOf(sheet) + by))];

const put = (sheet, isFirst) => {
  place.replaceChildren(sheet.content.cloneNode(true));
  document.title = `${sheet.dataset.title} – ${where}`;
  document.getElementById("problem").hidden = true;
  if (isFirst) return;
  scrollTo(0, 0);
  const heading = place.querySelector("h1");
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
};

const { place: where, about } = keeper.form.dataset;
const address = new URL(keeper.form.action).pathname;

const open = (sheet, fields, isFirst = false) => {
  put(sheet, isFirst);
  bringToLife(place);
  if (ticket) keeper.ticket = ticket;
  fill(keeper.form, fields);
  if (sheet.dataset.sheet === "review") lookBack(place, sheets, fields);
};

const fieldsNow = () => told(new FormData(keeper.form));

const goTo = (sheet, fields) => {
  open(sheet, fields);
  history.pushState({ sheet: sheet.dataset.sheet, telling: keeper.id }, "");
};

// ---- sending

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** Put it with what waits. `again`: something under this key may have been stored that is not the same. */
const leave = (telling) =>
  change(telling.id, (there) => {
    if (there?.state === "waiting" && same(there.fields, telling.fields)) return there;
    return { ...telling, again: Boolean(there) || wasTold(telling.id) };
  });

const showHowItStands = async () => {
  if (!history.state?.left) return;
  const mine = (await refresh()).find(({ id }) => id === keeper.id);
  const end = mine?.state === "waiting" || mine?.state === "refused" ? mine.state : "sent";
  if (!place.querySelector(`[data-now=${end}]`)) put(document.querySelector(`[data-end=${end}]`));
};

const sendIt = async (fields) => {
  const version = place.dataset.version;
  try {
    await leave({ id: keeper.id, about, place: where, address, version, ticket, fields, state: "waiting" });
  } catch {
    return show(":signal", "cannot-keep");
  }
  dropDraft(keeper.id);
  show(":signal", "");
  show(":restored", "");
  history.replaceState({ telling: keeper.id, left: true }, "");
  await showHowItStands();
  return send();
};

// ---- going from sheet to sheet

const onward = (sheet, by) => {
  const to = returning ? named("review") : next(sheet, by);
  returning = false;
  return to;
};

document.addEventListener("submit", (event) => {
  const { name, value } = event.submitter ?? {};
  if (name === "begin") return dropDraft(keeper.id);
  event.preventDefault();
  const sheet = named(keeper.form.elements.at.value);
  keeper.keep({ skipped: name === "skip" ? keeper.form.elements : [] });
  const fields = name === "skip" ? withoutChoices(fieldsNow(), keeper.form.elements) : fieldsNow();
  if (name === "back") return goTo(onward(sheet, -1), fields);
  if (name === "change") {
    returning = true;
    return goTo(named(value), fields);
  }
  if (name !== "skip" && wrong(place)) return null;
  return sheet.dataset.sheet === "review" ? sendIt(fields) : goTo(onward(sheet, 1), fields);
});
window.addEventListener("popstate", ({ state }) => state?.sheet && keeper.form && open(named(state.sheet), fieldsNow()));
navigator.serviceWorker?.addEventListener("message", showHowItStands);

// ---- starting

const wanted = () => {
  if (history.state?.sheet) return named(history.state.sheet);
  if (!handed.length || was.begin) return sheets[0];
  if (was.change) return named(was.change);
  // To be kept here and opened elsewhere it would have to leave the phone.
  return was.stay || was.later ? named(was.at) : next(named(was.at), was.back ? -1 : 1);
};

// The other buttons lead on whatever stands on the page.
const goesOn = handed.length && !["back", "skip", "change", "stay", "begin", "later"].some((button) => button in was);

const begin = async () => {
  const skipped = was.skip ? named(was.at).content.querySelectorAll("input, select") : [];
  const given = withoutChoices(told(handed), skipped).filter(([name]) => !was.begin || name.startsWith("q-"));
  open(named(was.at), given, true);
  if (!(goesOn && wrong(place))) open(wanted(), given, true);
  show(":signal", "no-signal");
  await keeper.start((at) => goTo(named(at), fieldsNow()));
  ticket = keeper.ticket;
  history.replaceState({ sheet: keeper.form.elements.at.value, telling: keeper.id }, "");
  if (was.send) await sendIt(fieldsNow());
};

if (history.state?.left) {
  keeper.id = history.state.telling;
  showHowItStands();
} else {
  begin();
}
