// Answers at a telling's address when there is no signal, and sends what waits when there is one.
// It speaks for one address only (its scope) and for the styles, scripts and words of that address's page without a signal;
// whatever else the browser asks for goes its own way.

import { change, tellings } from "./woman/post.mjs";

const ADDRESS = new URL(self.registration.scope).pathname;
const WITHOUT_SIGNAL = `${ADDRESS}?offline=1`;
const SHELF = `offline ${ADDRESS}`;
const PATIENCE = 15_000;
const FRESH = 60 * 60_000;
const NOBODY_THERE = [502, 503, 504];
const WAIT = 429;
const LATER = [408, 425, WAIT];
const FILES = /(?:href|src|data-words)="([^"?]+\.(?:css|js|svg|html\?v=\w+))"/g;

// ---- what is kept for later: the page without a signal, and what it is made of; never what anybody wrote

const stored = async () => (await caches.open(SHELF)).match(WITHOUT_SIGNAL);

const store = async () => {
  const shelf = await caches.open(SHELF);
  const page = await fetch(WITHOUT_SIGNAL, { cache: "no-cache", credentials: "omit" });
  if (!page.ok || page.redirected) throw new Error(`${page.status}`);
  const files = [...(await page.clone().text()).matchAll(FILES)].map(([, file]) => file);
  await shelf.addAll(files);
  await shelf.put(WITHOUT_SIGNAL, page);
  const needed = new Set([WITHOUT_SIGNAL, ...files].map((each) => new URL(each, location).href));
  for (const { url } of await shelf.keys()) if (!needed.has(url)) await shelf.delete(url);
};

const storeAnew = async () => {
  const age = Date.now() - Date.parse((await stored())?.headers.get("date"));
  if (!(age < FRESH)) await store().catch(() => {});
};

// ---- pages

const escaped = (words) => words.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt()};`);

/** The page without a signal, with what she was just sending in it. */
const without = async (given) => {
  const page = await stored();
  if (!page) return null;
  const inputs = given.map(([name, value]) => `<input name="${escaped(name)}" value="${escaped(value)}">`);
  const html = (await page.text()).replace("<!--handed-->", () => inputs.join(""));
  return new Response(html, { headers: page.headers });
};

const late = () => new Promise((_, fail) => setTimeout(fail, PATIENCE));

// A page that is sent again with the same answers is the same page, and a telling is stored once: so going back,
// where the browser would look for a copy that it does not have, may simply ask again.
const ask = (request, given) =>
  request.method === "POST"
    ? fetch(request.url, {
        method: "POST",
        body: new URLSearchParams(given),
        headers: { accept: request.headers.get("accept") },
        redirect: "manual",
      })
    : fetch(request);

const page = async (request, given) => {
  try {
    const answer = await Promise.race([ask(request, given), late()]);
    if (!NOBODY_THERE.includes(answer.status)) return answer;
    return (await without(given)) ?? answer;
  } catch {
    return (await without(given)) ?? Response.error();
  }
};

const answer = async (request) => page(request, request.method === "POST" ? [...(await request.formData())] : []);

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.mode === "navigate") {
    if (url.pathname !== ADDRESS || !["GET", "POST"].includes(request.method)) return;
    event.respondWith(answer(request));
    if (request.method === "GET") event.waitUntil(storeAnew());
  } else if (/\.(css|js|svg|html)$/.test(url.pathname)) {
    event.respondWith(caches.open(SHELF).then((shelf) => shelf.match(request)).then((kept) => kept ?? fetch(request)));
  }
});

// ---- sending what waits

const JSON_PLEASE = { accept: "application/json" };

const told = async (address, asked) => {
  const signal = AbortSignal.timeout?.(2 * PATIENCE);
  const answer = await fetch(address, { ...asked, signal, headers: JSON_PLEASE, cache: "no-store" });
  const isOurs = answer.headers.get("content-type") === "application/json";
  if (isOurs && (answer.status === WAIT || !LATER.includes(answer.status))) return answer.json();
  if (answer.status >= 400 && answer.status < 500 && !LATER.includes(answer.status)) return { status: "refused" };
  throw new Error(`${answer.status}`);
};

/** A key is written down before anything is sent with it: however often this is tried, one telling is stored. */
const withKey = (telling, ticket) =>
  change(telling.id, (now) => now && { ...now, ticket: now.ticket === telling.ticket ? ticket : now.ticket });

const askForKey = async (telling) => {
  const { ticket } = await told(`${telling.address}?version=${encodeURIComponent(telling.version)}`);
  if (ticket) return withKey(telling, ticket);
  await change(telling.id, (now) => now && { ...now, state: "refused" });
  return null;
};

const post = ({ address, fields, ticket, task = "" }) => {
  const whole = [...fields, ["ticket", ticket], ["task", task], ["at", "review"], ["send", "1"]];
  return told(address, { method: "POST", body: new URLSearchParams(whole) });
};

/** What is left of it on the phone: the code, or her words with what to do about them. */
const after = ({ status, receipt, serious, message, ticket }, telling, now) => {
  const { id, about, place, again } = telling;
  if (status === "refused") return now && { ...now, state: "refused", message, ticket: ticket ?? now.ticket };
  // She has put other words in its place while it was on its way.
  if (now && JSON.stringify(now.fields) !== JSON.stringify(telling.fields)) return { ...now, again: true };
  // Sent under this key before, and perhaps changed since: she is asked.
  if (status === "known" && again) return now && { ...now, state: "known", code: receipt, ticket };
  return { id, about, place, state: "sent", code: receipt, serious };
};

const sendOne = async (waiting) => {
  let telling = waiting.ticket ? waiting : await askForKey(waiting);
  let answer = telling && (await post(telling));
  if (answer?.status === "late") {
    telling = await withKey(telling, answer.ticket);
    answer = telling && (await post(telling));
  }
  if (answer?.status === "wait") {
    // Very many send from here. Whoever asks again with this task once its seconds are over is let through.
    await change(telling.id, (now) => now && { ...now, task: answer.task });
    throw new Error(answer.status);
  }
  if (answer) await change(telling.id, (now) => after(answer, telling, now));
};

const sendAll = async () => {
  let left = 0;
  for (const telling of await tellings()) {
    if (telling.state === "waiting") await sendOne(telling).catch(() => left++);
  }
  for (const page of await self.clients.matchAll({ type: "window", includeUncontrolled: true })) page.postMessage("changed");
  if (left) throw new Error(`${left} left`);
};

// One at a time, also while a new worker takes the place of an old one.
const alone = (act) => (navigator.locks ? navigator.locks.request("sending", act) : act());

let turn = Promise.resolve();
const send = () => (turn = turn.catch(() => {}).then(() => alone(sendAll)));

const tryAgainLater = () => self.registration.sync?.register("send").catch(() => {});

self.addEventListener("message", (event) => event.waitUntil(send().catch(tryAgainLater)));
self.addEventListener("sync", (event) => event.waitUntil(send()));

// ---- taking over: it keeps no state of its own between two events, so a new version may do so at once

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(store());
});
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
