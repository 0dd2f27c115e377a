// The offline shell: the page opens without a network and shows what this device keeps. Nothing that
// anybody said is ever stored here.

const VERSION = new URL(location).searchParams.get("v");
const STATIC = "/static/" + VERSION + "/";
const FILES = ["app.css", "icon.svg", "app.js", "bubble.js", "composer.js", "line.js", "log.js", "memory.js",
  "menu.js", "picture.js", "queue.js", "words.js"];
const SHELL = ["/", "/manifest.webmanifest", ...FILES.map((name) => STATIC + name)];
const PATIENCE = 5000;

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(caches.open(VERSION).then((cache) => cache.addAll(SHELL)));
});

addEventListener("activate", (event) => {
  const old = (names) => Promise.all(names.filter((name) => name !== VERSION).map((name) => caches.delete(name)));
  event.waitUntil(caches.keys().then(old).then(() => clients.claim()));
});

// Files never change under their version; the page itself is asked for anew, but not for long.
const answer = async (request, pathname) => {
  const kept = await caches.match(pathname);
  if (kept && pathname.startsWith(STATIC)) return kept;
  const control = new AbortController();
  const timer = kept && setTimeout(() => control.abort(), PATIENCE);
  try {
    return await fetch(request.url, { signal: control.signal, credentials: "same-origin" });
  } catch {
    return kept || Response.error();
  } finally {
    clearTimeout(timer);
  }
};

addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== location.origin || !SHELL.includes(pathname)) return;
  event.respondWith(answer(event.request, pathname));
});
