// How much room is left in a box for words, said only near its end. The number is rounded, so that a screen reader
// hears it now and then and not at every letter.

const NEAR = 500;

const rounded = (left) => (left > 100 ? Math.floor(left / 100) * 100 : left >= 0 ? Math.ceil(left / 10) * 10 : Math.floor(left / 10) * 10);

export const lettersLeft = ({ dataset, value }) => dataset.most - [...value].length;

const sentence = (note, left) => {
  if (left > NEAR) return "";
  const number = new Intl.NumberFormat(document.documentElement.lang).format(Math.abs(rounded(left)));
  return (left < 0 ? note.dataset.over : note.dataset.left).replace("{count}", number);
};

const say = (box) => {
  const note = document.getElementById(box.dataset.room);
  const words = sentence(note, lettersLeft(box));
  if (note.textContent !== words) note.textContent = words;
};

export const countLetters = (part) => {
  for (const box of part.querySelectorAll("textarea[data-most]")) {
    box.addEventListener("input", () => say(box));
    say(box);
  }
};
