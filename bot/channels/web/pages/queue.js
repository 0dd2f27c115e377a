// Everything the person does goes out one by one, in order, under a key that makes retries harmless.

import * as memory from "./memory.js";

const PAUSES = [1000, 2000, 4000, 8000, 15000, 30000];
const AGAIN = [401, 403, 408, 429];

const newKey = () => {
  const random = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(random, (byte) => byte.toString(16).padStart(2, "0")).join("");
};

export class Queue {
  // changed(item) is called when an item is sent or fails, and with an error word for the person.
  constructor(line, changed) {
    this.line = line;
    this.changed = changed;
    this.failures = 0;
    this.pause = 0;
    this.busy = false;
  }

  add(thing) {
    const item = { key: newKey(), at: Date.now(), state: "waiting", ...thing };
    memory.add(item);
    this.flush();
    return item;
  }

  again(item) {
    Object.assign(item, { at: Date.now(), state: "waiting" });
    memory.save();
    this.flush();
  }

  async flush() {
    if (this.busy || !this.line.csrf) return;
    this.busy = true;
    clearTimeout(this.timer);
    let item;
    while ((item = memory.waiting()[0]) && (await this.send(item)));
    this.busy = false;
    if (!item) return;
    const pause = PAUSES[Math.min(this.failures++, PAUSES.length - 1)];
    this.timer = setTimeout(() => this.flush(), Math.max(pause, this.pause));
  }

  // Whether the item is done with, so that the next one may go.
  async send(item) {
    const { key, text, data, tapped, start, place, photo } = item;
    const ago = Math.max(0, (Date.now() - item.at) / 1000);
    this.pause = 0;
    try {
      const response = await this.line.fetch(photo ? "/photos" : "/messages", { key, text, data, tapped, start, place, photo, ago });
      const answer = await response.json();
      if (response.ok) return this.done(item, answer);
      if (response.status < 500 && !AGAIN.includes(response.status)) return this.refuse(item, answer);
      this.pause = 1000 * Number(response.headers.get("Retry-After"));
      if (response.status === 401 || response.status === 403) await this.line.restart();
    } catch {
      // No network: later.
    }
    return false;
  }

  done(item, answer) {
    this.failures = 0;
    Object.assign(item, { state: "sent", id: answer.id, at: Date.parse(answer.at) });
    delete item.place;
    delete item.photo;
    if (item.data === undefined) memory.save();
    else memory.drop(item);
    this.changed(item);
    return true;
  }

  refuse(item, answer) {
    item.state = "failed";
    memory.save();
    this.changed(item, answer.error);
    return true;
  }
}
