// The timeline: every message in its place, days between them, and a view that follows only a reader
// who is at the end.

import { botMessage, make, ownMark, ownMessage } from "./bubble.js";
import { dayName, dayOf, word } from "./words.js";

const LAST = "~"; // sorts after every id
const MOST = 500;
const NEAR = 90;

export class Log {
  constructor(view, list, down, acts) {
    Object.assign(this, { view, list, down, acts });
    this.clear();
    view.addEventListener("scroll", () => this.scrolled(), { passive: true });
    down.addEventListener("click", () => this.toEnd());
    // A keyboard that opens must not push the newest message out of sight.
    new ResizeObserver(() => this.following && this.toEnd()).observe(view);
  }

  clear() {
    this.list.replaceChildren();
    this.nodes = new Map();
    this.days = new Map();
    this.live = false;
    this.following = true;
    this.unread = 0;
    this.newest = "";
    this.showUnread();
  }

  scrolled() {
    this.following = this.atEnd();
    if (this.following) this.read();
    else this.showUnread();
  }

  below() {
    const { scrollHeight, scrollTop, clientHeight } = this.view;
    return scrollHeight - scrollTop - clientHeight;
  }

  atEnd() {
    return this.below() < NEAR;
  }

  // At once: a smooth scroll is overtaken by the next message and then stops short of the end.
  toEnd() {
    this.view.scrollTop = this.view.scrollHeight;
    this.following = true;
    this.read();
  }

  read() {
    if (!document.hidden) this.unread = 0;
    this.showUnread();
  }

  showUnread() {
    // Not for a little way: the button would lie on choices that can be tapped.
    this.down.hidden = this.following || (!this.unread && this.below() < this.view.clientHeight / 2);
    this.down.lastElementChild.textContent = this.unread ? word("new-below", { count: this.unread }) : "";
  }

  // The stored part is there: show it, and from here on messages are news.
  ready() {
    this.show();
    this.live = true;
    this.list.removeAttribute("aria-busy");
  }

  show() {
    this.arrange();
    if (this.following) this.toEnd();
    this.showUnread();
  }

  bot(message) {
    const card = message.replaces || message.id;
    const known = this.nodes.get(card);
    if (message.id > this.newest) this.newest = message.id;
    if (known) this.refill(known, message);
    else {
      const node = this.node("bot", Date.parse(message.at), this.live ? message.id : card);
      node.message = { ...message, card };
      node.append(...botMessage(node.message, this.acts));
      this.insert(card, node);
      if (this.live && (!this.following || document.hidden)) this.unread++;
    }
    if (!this.live) return;
    this.arrange();
    const node = this.nodes.get(card);
    const tall = node.offsetHeight > this.view.clientHeight;
    if (this.following && tall && !known) node.scrollIntoView(); // a long message is read from its top
    else if (this.following) this.toEnd();
    else if (known && known === this.active) known.scrollIntoView({ block: "nearest" });
    this.showUnread();
  }

  // An edit stays where the card stands, and keeps the finger's or keyboard's place in it.
  refill(node, message) {
    const buttons = () => [...node.querySelectorAll(".chip")];
    const focused = buttons().indexOf(document.activeElement);
    node.message = { ...message, card: node.message.card };
    node.replaceChildren(...botMessage(node.message, this.acts));
    node.classList.remove("fresh", "changed");
    void node.offsetWidth; // so that the animation starts anew
    node.classList.add("changed");
    const chips = buttons();
    if (focused >= 0 && chips.length) chips[Math.min(focused, chips.length - 1)].focus({ preventScroll: true });
  }

  own(item) {
    if (!item.text && !item.placed) return;
    const known = this.nodes.get(item.key);
    if (known) {
      if (item.id) known.order = item.id;
      // Only the mark: a screen reader has read the words.
      known.querySelector(".mark").replaceWith(ownMark(item, this.acts));
      return;
    }
    const node = this.node("own", item.at, item.id || LAST);
    node.append(ownMessage(item, this.acts));
    this.insert(item.key, node);
    if (!this.live) return;
    this.arrange();
    this.toEnd();
  }

  node(side, at, order) {
    const node = make("li", "message " + side);
    return Object.assign(node, { at, order, side });
  }

  insert(name, node) {
    let next = null;
    let before = this.live ? null : this.list.lastElementChild;
    while (before && !(before.order <= node.order)) {
      if (before.order) next = before;
      before = before.previousElementSibling;
    }
    this.list.insertBefore(node, next);
    if (this.live) node.classList.add("fresh");
    this.nodes.set(name, node);
  }

  // Days, groups of bubbles, and which chips may still be tapped.
  arrange() {
    const nodes = [...this.list.children].filter((node) => node.order);
    nodes.splice(0, Math.max(0, nodes.length - MOST)).forEach((node) => node.remove());
    this.active = null;
    let last = null;
    for (const node of nodes) {
      const newDay = !last || dayOf(last.at) !== dayOf(node.at);
      if (newDay) this.day(node);
      const grouped = !newDay && last.side === node.side && node.at - last.at < 3e5;
      node.classList.toggle("first", !grouped);
      if (last) last.classList.toggle("last", !grouped);
      if (node.message && (node.message.choices.length || node.message.asks_place)) this.active = node;
      last = node;
    }
    if (last) last.classList.add("last");
    for (const node of nodes) this.enable(node);
  }

  enable(node) {
    const old = node !== this.active;
    node.classList.toggle("old", old);
    for (const button of node.querySelectorAll(".chip")) button.disabled = old;
  }

  day(node) {
    const name = dayOf(node.at);
    let line = this.days.get(name);
    if (!line) {
      line = make("li", "day", make("span", ""));
      this.days.set(name, line);
    }
    line.firstChild.textContent = dayName(node.at, Date.now());
    if (node.previousElementSibling !== line) this.list.insertBefore(line, node);
  }
}
