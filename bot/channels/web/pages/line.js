// The line to the server: a session, a stream of events that comes back by itself, and posts.

const PAUSES = [500, 1000, 2000, 4000, 8000, 15000];
const SILENCE = 40e3; // the server gives a sign of life every 15 s
const PATIENCE = 20e3;

export class Line {
  // hears: session(answer), message(data), notice(data), ready(), state("open" | "lost")
  constructor(hears) {
    this.hears = hears;
    this.last = "";
    this.csrf = "";
    this.failures = 0;
    this.busy = false;
    // A phone that slept keeps a dead connection and does not know it.
    setInterval(() => this.source && Date.now() - this.heard > SILENCE && this.lose(), 5000);
    addEventListener("online", () => this.restart());
    addEventListener("offline", () => this.lose());
    document.addEventListener("visibilitychange", () => document.hidden || this.connect());
  }

  async connect() {
    if (this.busy || this.source) return;
    this.busy = true;
    clearTimeout(this.timer);
    try {
      await this.session();
      this.listen();
    } catch {
      this.lose();
    } finally {
      this.busy = false;
    }
  }

  async session() {
    const answer = await (await this.fetch("/session")).json();
    if (!answer.ok) throw new Error(answer.error);
    this.csrf = answer.csrf;
    this.hears.session(answer);
  }

  listen() {
    const source = new EventSource("/events?after=" + encodeURIComponent(this.last));
    this.source = source;
    this.heard = Date.now();
    const on = (name, then) =>
      source.addEventListener(name, (event) => {
        if (source !== this.source) return;
        this.heard = Date.now();
        then(event);
      });
    on("beat", () => {});
    on("crowded", () => this.rest());
    on("notice", (event) => this.hears.notice(JSON.parse(event.data)));
    on("message", (event) => {
      this.last = event.lastEventId;
      this.hears.message(JSON.parse(event.data));
    });
    on("ready", () => {
      this.failures = 0;
      this.hears.ready();
      this.hears.state("open");
    });
    source.onerror = () => source === this.source && this.lose();
  }

  // One of too many open pages: it wakes when somebody looks at it.
  rest() {
    this.source.close();
    this.source = null;
  }

  lose() {
    if (this.source) this.rest();
    this.hears.state("lost");
    clearTimeout(this.timer);
    const pause = PAUSES[Math.min(this.failures++, PAUSES.length - 1)];
    // Not all pages at the same moment after the server was away.
    this.timer = setTimeout(() => this.connect(), pause * (0.75 + Math.random() / 2));
  }

  async fetch(path, body) {
    const control = new AbortController();
    const timer = setTimeout(() => control.abort(), PATIENCE);
    try {
      return await fetch(path, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRF-Token": this.csrf },
        body: body && JSON.stringify(body),
        signal: control.signal,
      });
    } finally {
      clearTimeout(timer);
    }
  }

  restart() {
    if (this.source) this.rest();
    this.failures = 0;
    return this.connect();
  }
}
