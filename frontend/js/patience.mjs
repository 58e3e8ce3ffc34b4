// Where the server asks for a little work before it takes what she sends (#wait, which names the button), this does the work
// and sends. When the wait that stands there is over sooner, it sends then; so a browser that cannot do the work sends too.

const AT_ONCE = 64;

const zeros = (bytes) => {
  let count = 0;
  for (const byte of bytes) {
    if (byte) return count + Math.clz32(byte) - 24;
    count += 8;
  }
  return count;
};

const fingerprint = async (text) =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));

/** A number with which the task's fingerprint begins with so many zero bits. */
const work = async (task, bits) => {
  for (let first = 0; ; first += AT_ONCE) {
    const tries = await Promise.all(Array.from({ length: AT_ONCE }, (_, at) => fingerprint(`${task}:${first + at}`)));
    const found = tries.findIndex((bytes) => zeros(bytes) >= bits);
    if (found >= 0) return first + found;
  }
};

const waited = (seconds) => new Promise((done) => setTimeout(done, 1000 * seconds, ""));

export const sendWhenDone = async () => {
  const wait = document.getElementById("wait");
  if (!wait) return;
  const { form, value: task } = document.querySelector("[name=task]");
  const { bits, seconds, words, button } = wait.dataset;
  if (words) wait.textContent = words;
  // Pressing it meanwhile would only ask again. Changing an answer, and going back, stay possible.
  const early = (event) => {
    if (event.submitter?.name && event.submitter.name !== button) return;
    event.preventDefault();
    event.stopPropagation();
  };
  form.addEventListener("submit", early);
  const ways = [waited(seconds)];
  if (window.crypto?.subtle) ways.push(work(task, bits));
  form.elements.work.value = await Promise.race(ways);
  form.removeEventListener("submit", early);
  form.querySelector(`button[name="${button}"]`).click();
};
