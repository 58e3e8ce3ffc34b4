// Tellings that she has sent and that wait for a signal, and receipt codes that she has not seen yet: in IndexedDB,
// where pages and the worker both reach them. A telling: {id, address, about, place, fields, ticket, again, state, message, code};
// state is "waiting", "refused", "known" (sent under its key before, perhaps with other words) or "sent", when its
// words are gone from here.

const open = () =>
  new Promise((done, fail) => {
    const asked = indexedDB.open("tellings", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("tellings", { keyPath: "id" });
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });

const inside = async (mode, act) => {
  const base = await open();
  try {
    return await new Promise((done, fail) => {
      const whole = base.transaction("tellings", mode, { durability: "strict" });
      const result = act(whole.objectStore("tellings"));
      whole.oncomplete = () => done(result.result);
      whole.onabort = () => fail(whole.error);
    });
  } finally {
    base.close();
  }
};

export const tellings = () => inside("readonly", (store) => store.getAll());

/** Replace a telling by what `next` makes of it (nothing: delete it), in one piece, whoever else does so too. */
export const change = async (id, next) => {
  let after;
  await inside("readwrite", (store) => {
    const found = store.get(id);
    found.onsuccess = () => {
      after = next(found.result);
      if (after) store.put(after);
      else store.delete(id);
    };
    return found;
  });
  return after;
};
