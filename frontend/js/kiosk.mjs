// A tablet that many share clears itself. When nobody has touched it for a while it asks whether she is still there,
// counts down in words, and then presses "Clear the screen". One press, or the Escape key, and she goes on; as often
// as she likes. Without scripts somebody has to press the button.

const IDLE = 120_000;
const STEP = 10;
const FRESH = 3_600_000;
const SIGNS_OF_LIFE = ["pointerdown", "keydown", "input", "scroll"];

const dialog = document.getElementById("still-there");
const form = document.getElementById("telling");
const clearing = dialog.querySelector("[name=clear]");
const status = dialog.querySelector("[data-left]");
const words = new Map([...dialog.querySelector("template").content.children].map((each) => [Number(each.dataset.seconds), each.textContent]));
const home = document.body.dataset.kiosk;
let clock;

const after = (milliseconds, act) => {
  clearTimeout(clock);
  clock = setTimeout(act, milliseconds);
};

const clear = () => {
  // A form that is sent once may have been sent, and got no answer.
  form.removeAttribute("data-once");
  form.requestSubmit(clearing);
};

const count = (left) => {
  if (left <= 0) return clear();
  status.textContent = words.get(left);
  after(STEP * 1000, () => count(left - STEP));
};

const ask = () => {
  dialog.showModal();
  count(Math.max(...words.keys()));
};

const wait = () => after(IDLE, ask);

for (const sign of SIGNS_OF_LIFE) addEventListener(sign, () => dialog.open || wait(), { passive: true, capture: true });
dialog.addEventListener("close", wait);
dialog.querySelector("[data-stay]").addEventListener("click", () => dialog.close());

// The first page, untouched, has nothing to clear; but the key that it carries grows old.
if (form.elements.round || location.pathname !== home) wait();
else after(FRESH, () => location.replace(home));

// A browser may keep pages in its memory and show them again when somebody goes back: not those from before the
// screen was cleared, and not for a moment.
const begun = Date.now();
addEventListener("submit", (event) => event.submitter?.name === "clear" && sessionStorage.setItem("cleared", Date.now()));
addEventListener("pagehide", () => (document.documentElement.hidden = true));
addEventListener("pageshow", (event) => {
  if (event.persisted && sessionStorage.getItem("cleared") > begun) return location.replace(home);
  document.documentElement.hidden = false;
});
