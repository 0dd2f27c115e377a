// The page's words, and times the way they are written in Vietnam.

const words = JSON.parse(document.body.dataset.words);
const HANOI = 7 * 3600e3; // UTC+7 all year

export const word = (key, given = {}) =>
  (words[key] || key).replace(/\{(\w+)\}/g, (place, name) => (name in given ? given[name] : place));

// A date whose UTC fields read as the clocks of Vietnam.
const local = (at) => new Date(at + HANOI);
const two = (number) => String(number).padStart(2, "0");

export const clock = (at) => {
  const here = local(at);
  const minute = here.getUTCMinutes();
  return word(minute ? "clock" : "clock-sharp", { hour: here.getUTCHours(), minute: two(minute) });
};

export const dayOf = (at) => local(at).toISOString().slice(0, 10);

export const dayName = (at, now) => {
  if (dayOf(at) === dayOf(now)) return word("today");
  if (dayOf(at) === dayOf(now - 864e5)) return word("yesterday");
  const here = local(at);
  return word("date", {
    weekday: word("weekdays").split(", ")[here.getUTCDay()],
    day: two(here.getUTCDate()),
    month: two(here.getUTCMonth() + 1),
    year: here.getUTCFullYear(),
  });
};
