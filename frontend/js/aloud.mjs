// Reads the page aloud with a voice that lives in the phone itself, so that no word of hers leaves it. The button
// [data-aloud] stays hidden where there is no such voice; its words stand in the page, in her language.

const LEFT_OUT = ".nhsuk-u-visually-hidden, [hidden], button, textarea, select, svg, template, .mv-apart, details, #get-help";

const voice = () => {
  const tag = document.documentElement.lang;
  return speechSynthesis.getVoices().find((one) => one.localService && one.lang.toLowerCase().startsWith(tag));
};

const words = () => {
  const nodes = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const said = [];
  while (nodes.nextNode()) {
    const text = nodes.currentNode.data.trim();
    if (text && !nodes.currentNode.parentElement.closest(LEFT_OUT)) said.push(text);
  }
  return said;
};

export const readAloud = (part) => {
  const button = part.querySelector("[data-aloud]");
  if (!button || !window.speechSynthesis) return;
  const [listen, stop] = [button.textContent, button.dataset.aloud];
  const offer = () => { button.hidden = !voice(); };
  const rest = () => { button.textContent = listen; };

  button.addEventListener("click", () => {
    const speaking = speechSynthesis.speaking;
    speechSynthesis.cancel();
    if (speaking) return rest();
    // One sentence after another: long texts stop half-way on some phones.
    const parts = words().map((text) => Object.assign(new SpeechSynthesisUtterance(text), { voice: voice(), rate: 0.9 }));
    parts.at(-1).onend = rest;
    parts.forEach((part) => speechSynthesis.speak(part));
    button.textContent = stop;
  });
  window.addEventListener("pagehide", () => speechSynthesis.cancel());
  speechSynthesis.addEventListener?.("voiceschanged", offer);
  offer();
};
