"""How many were helped, with what, against the team's own last seven days."""

from collections import Counter
from collections.abc import Mapping

from handlers.categories import label
from handlers.counted import figured, helped
from handlers.section import Picture, Section
from locales import Words
from locales.formats import number
from storage.figures import MATTERS, VISITS, Told, of_day
from storage.records.work import HelpReport, ReportState

TOP = 3


class HelpedSection(Section):
    """See the module."""

    name = "helped"
    rank = 20
    detailed = True

    def lines(self, words: Words, seen: Picture) -> list[str]:
        """Visits with their change, the top categories, the other figures, and what waits to count."""
        counted = [one for one in seen.live_reports if one.state is ReportState.COUNTED]
        lines = self._counted(words, seen, counted) if counted or seen.word else []
        if not seen.live_reports and not seen.word:
            lines.append(words("digest-helped-none"))
        waiting = len(seen.live_reports) - len(counted)
        if waiting:
            lines.append(words("digest-waiting", count=waiting))
        return lines

    def _counted(self, words: Words, seen: Picture, counted: list[HelpReport]) -> list[str]:
        told = of_day(counted, seen.word)
        visits = told.get((VISITS, ""), Told())
        said = words(
            "digest-helped",
            visits=number(visits.count, words.language),
            about=words("counted-about") if visits.approx else "",
            compared=self._compared(words, seen),
            parts="same" if visits.given is None else number(visits.parts, words.language),
        )
        lines = [said, *([words("behalf-mark")] if seen.word and seen.word.on_behalf else [])]
        categories = {item: one.count for (_, item), one in told.items() if item and one.count}
        if categories:
            lines.append(words("digest-top", top=self._top(words, seen, categories)))
        others = {key: one.count for (key, item), one in told.items() if not item and key != VISITS}
        if others:
            lines.append(words("digest-figures", figures=figured(words, others)))
        return lines

    def details(self, words: Words, seen: Picture) -> list[str]:
        """Each report with whoever made it, then the groups."""
        names = {one.person_id: one.name for one in seen.members}
        lines = [
            f"{names.get(one.person_id, '…')}: "
            f"{helped(words, one.visits, one.lines, approx=one.approx, figures=one.figures)}"
            + (f" ({one.note})" if one.note else "")
            for one in seen.live_reports
        ]
        said = seen.word.groups if seen.word else {}
        groups: Counter[str] = Counter(said)
        for one in seen.live_reports:
            groups.update({code: count for code, count in one.groups.items() if code not in said})
        lines += [f"{words(label('group', code))}: {count}" for code, count in groups.most_common()]
        return lines

    def _top(self, words: Words, seen: Picture, categories: Mapping[str, int]) -> str:
        """The largest categories, each with its mean of the active days before, where there were any."""
        usual, days = _before(seen, MATTERS), _active(seen)
        ordered = sorted(categories.items(), key=lambda item: (-item[1], item[0]))[:TOP]
        return ", ".join(
            words(
                "digest-top-one",
                category=words(label("help", code)),
                count=number(count, words.language),
                usual=(_mean(words, usual[code], days) if usual[code] else "new") if days else "none",
            )
            for code, count in ordered
        )

    def _compared(self, words: Words, seen: Picture) -> str:
        """The daily mean of the active days among the last seven, in words; empty without any."""
        days = _active(seen)
        if not days:
            return ""
        return words("digest-compared", mean=_mean(words, sum(_before(seen, VISITS).values()), days))


def _active(seen: Picture) -> int:
    """Days before this one on which anybody was helped."""
    figures = (VISITS, MATTERS)
    return len({one.day_on for one in seen.week_before if one.figure in figures and one.count})


def _before(seen: Picture, figure: str) -> Counter[str]:
    """The sums of a figure over the days before, by its items."""
    sums: Counter[str] = Counter()
    for total in seen.week_before:
        if total.figure == figure:
            sums[total.item] += total.count
    return sums


def _mean(words: Words, total: int, days: int) -> str:
    return number(round(total / days), words.language)
