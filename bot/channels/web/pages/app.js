// The page: what the server says goes to the log, what the person does goes to the queue.

import { MOST, compose } from "./composer.js";
import { Line } from "./line.js";
import { Log } from "./log.js";
import * as memory from "./memory.js";
import { Queue } from "./queue.js";
import { menu } from "./menu.js";
import { pictures } from "./picture.js";
import { word } from "./words.js";

const $ = (id) => document.getElementById(id);
const hello = $("hello");
const bar = $("bar");
const title = document.title;
let typingTimer;
let barTimer;
let barState = "";

const say = (text) => {
  $("notice").textContent = text;
  $("notice").classList.add("shown");
  clearTimeout(say.timer);
  say.timer = setTimeout(() => $("notice").classList.remove("shown"), 5000);
};

const typing = (shown) => {
  clearTimeout(typingTimer);
  $("typing").hidden = !shown;
  if (shown) {
    if (log.following) log.toEnd();
    typingTimer = setTimeout(() => typing(false), 10e3);
  }
};

const showBar = (state, after) => {
  if (state === barState) return;
  barState = state;
  clearTimeout(barTimer);
  barTimer = setTimeout(() => {
    bar.className = "bar " + state;
    bar.textContent = state ? word(state) : "";
    if (state === "back") showBar("", 2000);
  }, after);
};

const greet = () => {
  hello.hidden = log.nodes.size > 0 || memory.own().length > 0;
};

// What people of this role often say; until the server has answered, that of the last time.
const showQuick = () => {
  for (const nav of document.querySelectorAll(".quick")) nav.hidden = nav.dataset.whose !== memory.quick();
};

const change = (item, error) => {
  log.own(item);
  for (const chip of document.querySelectorAll(".chip.sending")) {
    if (chip.dataset.key === item.key) chip.classList.remove("sending");
  }
  if (error) say(error);
  // Ids grow with time: an answer that was quicker than the receipt needs no dots any more.
  if (item.state === "sent" && item.id > log.newest) typing(true);
};

const send = (thing) => {
  const item = queue.add(thing);
  log.own(item);
  greet();
  return item;
};

const tap = (message, value, chip) => {
  const { key } = send({ data: value, tapped: message.card });
  chip.dataset.key = key;
  chip.classList.add("sending", "chosen");
};

const place = () => {
  if (!navigator.geolocation) return say(word("place-missing"));
  const found = ({ coords: { latitude, longitude, accuracy } }) =>
    send({ place: { latitude, longitude, accuracy }, placed: true });
  const failed = (error) => say(word(error.code === 1 ? "place-denied" : "place-missing"));
  const how = { enableHighAccuracy: true, timeout: 15e3, maximumAge: 30e3 };
  return navigator.geolocation.getCurrentPosition(found, failed, how);
};

const again = (item) => {
  queue.again(item);
  log.own(item);
};

const log = new Log($("view"), $("log"), $("down"), { tap, place, again });

const line = new Line({
  session({ chat, team, quick }) {
    if (!memory.belongTo(chat)) {
      log.clear();
      line.last = "";
    }
    memory.setQuick(quick);
    showQuick();
    $("title").textContent = team || word("bot");
    $("subtitle").textContent = team ? word("bot") + " · " + word("assistant") : word("assistant");
    enterOnce();
    queue.flush();
  },
  message(message) {
    typing(false);
    log.bot(message);
    greet();
    if (document.hidden && log.unread) document.title = `(${log.unread}) ${title}`;
  },
  notice({ text }) {
    typing(false);
    say(text);
  },
  ready() {
    log.ready();
    greet();
  },
  state(state) {
    if (state === "lost") showBar("lost", 1200); // a short gap is nobody's business
    else showBar(bar.classList.contains("lost") ? "back" : "", 0);
  },
});

const queue = new Queue(line, change);

// A join link (/?start=CODE) says its code once; so does a link that enters as a person, without one.
const enterOnce = () => {
  const asked = new URLSearchParams(location.search).get("start");
  const entered = sessionStorage.getItem("entered");
  const code = asked === null ? entered && "" : asked.replace(/[^A-Za-z0-9_-]/g, "").slice(0, 64);
  if (code === null) return;
  sessionStorage.removeItem("entered");
  history.replaceState(null, "", "/");
  if (!code || !memory.own().some((item) => item.start === code)) send({ start: code });
};

compose($("composer"), (text) => send({ text }), () => say(word("too-long", { count: MOST })));
menu($("menu"), $("menu-open"), line);
pictures(
  $("menu").querySelector(".picture"),
  $("menu").querySelector(".picture-file"),
  (photo) => {
    $("menu").close();
    send({ photo, pictured: true });
  },
  () => say(word("photo-failed")),
);
for (const button of document.querySelectorAll("[data-send]")) {
  button.addEventListener("click", () => {
    if (button.dataset.send) send({ text: button.dataset.send });
    else send({ start: "" });
    $("menu").close();
  });
}
addEventListener("online", () => queue.flush());
document.addEventListener("visibilitychange", () => {
  if (document.hidden) return;
  document.title = title;
  if (log.atEnd()) log.read();
});

memory.own().forEach((item) => log.own(item));
log.show();
showQuick();
showBar("connecting", 1500);
line.connect();
if ("serviceWorker" in navigator && isSecureContext) {
  navigator.serviceWorker.register("/sw.js?v=" + document.body.dataset.version).catch(() => {});
}
