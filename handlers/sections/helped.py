"""How many were helped, with what, against the team's own last seven days."""

from collections import Counter

from handlers.categories import label
from handlers.counted import helped, listed
from handlers.section import Picture, Section
from locales import Words
from locales.formats import number
from storage.figures import VISITS, of_report
from storage.records.work import ReportState

TOP = 3


class HelpedSection(Section):
    """See the module."""

    name = "helped"
    rank = 20
    detailed = True

    def lines(self, words: Words, seen: Picture) -> list[str]:
        """Visits with their change, the top categories, and what still waits to count."""
        counted = [one for one in seen.live_reports if one.state is ReportState.COUNTED]
        if not seen.live_reports:
            return [words("digest-helped-none")]
        visits = sum(count for one in counted for figure, _, count, _ in of_report(one) if figure == VISITS)
        approx = any(one.approx for one in counted)
        lines = [
            words(
                "digest-helped",
                visits=number(visits, words.language),
                about=words("counted-about") if approx else "",
                compared=self._compared(words, seen),
            )
        ]
        categories: Counter[str] = Counter()
        for one in counted:
            categories.update(one.lines)
        if categories:
            lines.append(words("digest-top", top=listed(words, "help", categories, most=TOP)))
        waiting = len(seen.live_reports) - len(counted)
        if waiting:
            lines.append(words("digest-waiting", count=waiting))
        return lines

    def details(self, words: Words, seen: Picture) -> list[str]:
        """Each report with whoever made it, then the groups."""
        names = {one.person_id: one.name for one in seen.members}
        lines = [
            f"{names.get(one.person_id, '…')}: "
            f"{helped(words, one.visits, one.lines, approx=one.approx)}"
            + (f" ({one.note})" if one.note else "")
            for one in seen.live_reports
        ]
        groups: Counter[str] = Counter()
        for one in seen.live_reports:
            groups.update(one.groups)
        lines += [f"{words(label('group', code))}: {count}" for code, count in groups.most_common()]
        return lines

    def _compared(self, words: Words, seen: Picture) -> str:
        """The daily mean of the active days among the last seven, in words; empty without any."""
        by_day: Counter[str] = Counter()
        for total in seen.week_before:
            if total.figure == VISITS:
                by_day[total.day_on] += total.count
        active = [count for count in by_day.values() if count]
        if not active:
            return ""
        return words("digest-compared", mean=number(round(sum(active) / len(active)), words.language))
