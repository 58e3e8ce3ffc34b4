// Her words as a list of characters. The server counts code points, a browser counts units of UTF-16; here all is in
// code points, and only words of a selection are turned into them.

const WORD = /[\p{L}\p{M}\p{N}]+(?:[’'.@_+-][\p{L}\p{M}\p{N}]+)*/gu;

const points = (text) => Array.from(text).length;

/** What stands in a part of the page, without what only screen readers hear. */
export const plain = (node) => {
  const copy = node.cloneNode(true);
  copy.querySelectorAll(".nhsuk-u-visually-hidden").forEach((extra) => extra.remove());
  return copy.textContent;
};

/** Where the words of a text begin and end. */
export const wordsOf = (text) => Array.from(text.matchAll(WORD), (found) => {
  const start = points(text.slice(0, found.index));
  return { start, end: start + points(found[0]) };
});

/** A part of a text, by code points. */
export const cut = (text, start, end) => Array.from(text).slice(start, end).join("");

/** What is selected inside an element, widened to whole words; nothing when no word is. */
export const selectedIn = (element, words) => {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!element.contains(range.commonAncestorContainer)) return null;
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const start = points(plain(before.cloneContents()));
  const end = start + points(plain(range.cloneContents()));
  const touched = words.filter((word) => word.start < end && word.end > start);
  return touched.length ? { start: touched[0].start, end: touched.at(-1).end } : null;
};
