// What this device keeps: the person's own last messages, and the one being written.

const NAME = "aoxanh";
const MOST = 200;
const empty = (chat) => ({ chat, own: [], draft: "", quick: "anyone" });

const load = () => {
  try {
    return Object.assign(empty(""), JSON.parse(localStorage.getItem(NAME)));
  } catch {
    return empty("");
  }
};

let kept = load();

export const own = () => kept.own;
export const chat = () => kept.chat;
export const quick = () => kept.quick;
export const draft = () => kept.draft;
export const waiting = () => kept.own.filter((item) => item.state === "waiting");

export const save = () => {
  const spare = kept.own.length - MOST;
  if (spare > 0) {
    let dropped = 0;
    kept.own = kept.own.filter((item) => item.state === "waiting" || dropped++ >= spare);
  }
  try {
    localStorage.setItem(NAME, JSON.stringify(kept));
  } catch {
    // A full or forbidden storage: the page works on, and forgets when it is closed.
  }
};

export const add = (item) => {
  kept.own.push(item);
  save();
};

export const drop = (item) => {
  kept.own = kept.own.filter((other) => other !== item);
  save();
};

export const setQuick = (whose) => {
  kept.quick = whose;
  save();
};

export const setDraft = (text) => {
  kept.draft = text;
  save();
};

// Messages of one chat are never shown in, or sent to, another: devices are shared.
export const belongTo = (name) => {
  const same = !kept.chat || kept.chat === name;
  kept = same ? Object.assign(kept, { chat: name }) : empty(name);
  save();
  return same;
};

export const forget = () => {
  kept = empty("");
  try {
    localStorage.removeItem(NAME);
  } catch {
    // Nothing was kept.
  }
};
