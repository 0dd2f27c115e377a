"""What the picture of a team's week shows, and the same in words."""

import json
from collections import Counter
from datetime import timedelta

from handlers.categories import label
from handlers.messages import Drawing
from handlers.section import Picture
from locales import Words
from locales.formats import narrow_day, near_day, number
from storage.figures import MATTERS, VISITS, Told, of_day
from storage.records.work import ReportState

CHART = "team_week"
DAYS = 7
"""Days before the day itself."""
TOP = 5


def drawing(words: Words, seen: Picture) -> Drawing:
    """Visits of the day and of seven days before it, and the day's largest categories beside the usual."""
    counted = [one for one in seen.reports if one.state is ReportState.COUNTED]
    told = of_day(counted, seen.word)
    days = _days(words, seen, told.get((VISITS, ""), Told()).count)
    matters = _matters(words, seen, {item: one.count for (_, item), one in told.items() if item})
    day = near_day(seen.day, words.language)
    shows = {
        "title": words("digest-chart-title", team=seen.team.name),
        "days": [[one.replace(" ", "\n"), count] for one, count in days],
        "matters": matters,
        "matters_title": words("digest-chart-matters", day=day),
        "usual_label": words("digest-chart-usual"),
        "language": words.language,
    }
    return Drawing(CHART, json.dumps(shows, ensure_ascii=False), _said(words, shows["title"], days, matters))


def _days(words: Words, seen: Picture, today: int) -> list[tuple[str, int]]:
    by_day: Counter[str] = Counter()
    for total in seen.week_before:
        if total.figure == VISITS:
            by_day[total.day_on] += total.count
    before = [seen.day - timedelta(days=ago) for ago in range(DAYS, 0, -1)]
    counts = [(narrow_day(day, words.language), by_day[day.isoformat()]) for day in before]
    return [*counts, (narrow_day(seen.day, words.language), today)]


def _matters(words: Words, seen: Picture, counts: dict[str, int]) -> list[tuple[str, int, int | None]]:
    """Label, count, and the mean of the days before on which anybody was helped; None without any."""
    usual: Counter[str] = Counter()
    active = {one.day_on for one in seen.week_before if one.count}
    for total in seen.week_before:
        if total.figure == MATTERS:
            usual[total.item] += total.count
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:TOP]
    return [
        (words(label("help", code)), count, round(usual[code] / len(active)) if active else None)
        for code, count in ordered
        if count
    ]


def _said(
    words: Words,
    title: object,
    days: list[tuple[str, int]],
    matters: list[tuple[str, int, int | None]],
) -> str:
    """The picture for those who cannot see it."""
    lines = [str(title), ", ".join(f"{day}: {number(count, words.language)}" for day, count in days)]
    lines += [
        words(
            "digest-top-one",
            category=name,
            count=number(count, words.language),
            usual="none" if usual is None else number(usual, words.language) if usual else "new",
        )
        for name, count, usual in matters
    ]
    return "\n".join(lines)
