// One message as elements. Whatever anybody wrote becomes text nodes, never markup.

import { clock, word } from "./words.js";

export const make = (tag, name, ...inside) => {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...inside);
  return element;
};

// Only official addresses and our own become links, so that nobody can send others elsewhere.
const LINK = /(?:https:\/\/)?(?:[a-z0-9-]{1,63}\.){1,5}gov\.vn(?![\w.-]*\w)(?:\/[^\s]*)?|https?:\/\/[^\s]+/gi;

const address = (found) => {
  try {
    const url = new URL(/^https?:/i.test(found) ? found : "https://" + found);
    const official = url.protocol === "https:" && url.hostname.endsWith(".gov.vn");
    return official || url.origin === location.origin ? url.href : "";
  } catch {
    return "";
  }
};

const textWithLinks = (text) => {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    const found = match[0].replace(/[.,;:!?)\]}"'”]+$/, "");
    const href = address(found);
    if (!href) continue;
    const link = make("a", "", found);
    Object.assign(link, { href, rel: "noopener noreferrer", target: "_blank" });
    parts.push(text.slice(end, match.index), link);
    end = match.index + found.length;
  }
  return [...parts, text.slice(end)];
};

const photo = ({ url, alt, width, height }) => {
  const image = make("img", "");
  Object.assign(image, { src: url, alt, loading: "lazy", width, height });
  const link = make("a", "photo", image);
  Object.assign(link, { href: url, target: "_blank", title: word("photo-open") });
  return link;
};

const file = ({ url, name, size }) => {
  const link = make("a", "file", word("file", { name, size: Math.ceil(size / 1024) }));
  Object.assign(link, { href: url, download: name });
  return link;
};

const chip = (label, act) => {
  const button = make("button", "chip", label);
  button.type = "button";
  button.addEventListener("click", () => act(button));
  return button;
};

const choices = (message, acts) => {
  const rows = message.choices.map((row) =>
    make("div", "row", ...row.map(({ label, value }) => {
      const button = chip(label, (pressed) => acts.tap(message, value, pressed));
      button.dataset.value = value;
      return button;
    })),
  );
  if (message.asks_place) rows.unshift(make("div", "row", chip(word("send-place"), acts.place)));
  const many = rows.reduce((sum, row) => sum + row.children.length, 0) > 6;
  const group = make("div", many ? "choices many" : "choices", ...rows);
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", word("choices"));
  return group;
};

const hidden = (text) => make("span", "hidden", text);

const bubble = (who, at, ...inside) => {
  const time = make("time", "", clock(at));
  time.dateTime = new Date(at).toISOString();
  return make("div", "bubble", hidden(word(who) + " "), ...inside, make("div", "foot", time));
};

export const botMessage = (message, acts) => {
  const inside = [];
  if (message.photo) inside.push(photo(message.photo));
  if (message.text) inside.push(make("p", "", ...textWithLinks(message.text)));
  if (message.file) inside.push(file(message.file));
  const body = bubble("said-bot", Date.parse(message.at), ...inside);
  return message.choices.length || message.asks_place ? [body, choices(message, acts)] : [body];
};

const MARKS = { waiting: "sending", sent: "sent", failed: "failed" };

export const ownMark = (item, acts) => {
  const offline = item.state === "waiting" && !navigator.onLine;
  const said = word(offline ? "waiting-net" : MARKS[item.state]);
  const mark = make(item.state === "failed" ? "button" : "span", "mark " + item.state);
  if (item.state === "failed") {
    mark.type = "button";
    mark.textContent = said;
    mark.addEventListener("click", () => acts.again(item));
  } else {
    mark.setAttribute("role", "img");
    mark.setAttribute("aria-label", said);
    mark.title = said;
  }
  return mark;
};

export const ownMessage = (item, acts) => {
  const body = bubble("said-you", item.at, make("p", "", item.text || word(item.pictured ? "photo-own" : "send-place")));
  body.lastChild.append(ownMark(item, acts));
  return body;
};
