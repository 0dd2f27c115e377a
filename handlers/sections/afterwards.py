"""What came after the last digest to the day it told of: "bổ sung hôm qua"."""

from datetime import date, timedelta

from handlers.section import Picture, Section
from locales import Words
from locales.formats import near_day, number
from storage.figures import VISITS


class AfterwardsSection(Section):
    """See the module. Figures of an exercise are in no total, so nothing is told of them."""

    name = "afterwards"
    rank = 45
    yields = 40
    idle = True

    def lines(self, words: Words, seen: Picture) -> list[str]:
        """Visits and people that the day has now and its digest did not tell; fewer is said as well."""
        told = seen.told_before
        if told is None or seen.team.exercise:
            return []
        now = {
            "visits": sum(
                one.count for one in seen.week_before if (one.day_on, one.figure) == (told.day_on, VISITS)
            ),
            "people": sum(one.people for one in seen.worked_before if one.day_on == told.day_on),
        }
        before = {"visits": told.visits, "people": told.people}
        changes = [
            words(
                f"digest-afterwards-{what}",
                change=f"{'+' if now[what] > before[what] else '−'}{abs(now[what] - before[what])}",
                now=number(now[what], words.language),
            )
            for what in now
            if now[what] != before[what]
        ]
        if not changes:
            return []
        day = date.fromisoformat(told.day_on)
        yesterday = day == seen.day - timedelta(days=1)
        named = words("digest-yesterday") if yesterday else near_day(day, words.language)
        fewer = all(now[what] <= before[what] for what in now)
        return [
            words(
                "digest-afterwards",
                fewer="yes" if fewer else "no",
                day=named,
                changes=", ".join(changes),
            )
        ]
