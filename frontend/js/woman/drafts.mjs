// What she is typing, kept on her device only: in localStorage, which is written at once even when a tab is closed.

const PREFIX = "telling:";
const DAYS = 3;

const keys = () => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));

const read = (key) => {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
};

export const draft = (id) => read(PREFIX + id);

export const drafts = () => keys().map(read).filter(Boolean);

/** A phone that is full, or that forbids it, keeps nothing; she can go on all the same. */
export const keepDraft = (telling) => {
  try {
    localStorage.setItem(PREFIX + telling.id, JSON.stringify({ ...telling, saved: Date.now() }));
    return true;
  } catch {
    return false;
  }
};

export const dropDraft = (id) => localStorage.removeItem(PREFIX + id);

export const dropAll = () => keys().forEach((key) => localStorage.removeItem(key));

export const dropOld = () => {
  for (const { id, saved } of drafts()) if (saved < Date.now() - DAYS * 86_400_000) dropDraft(id);
};
