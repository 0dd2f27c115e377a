"""What got stuck today, as cases, and what became of what was stuck before."""

from collections import Counter

from handlers import case_words
from handlers.counted import listed
from handlers.section import Picture, Section
from locales import Words
from locales.formats import clock, local
from storage.records.case import CaseCard


class StuckSection(Section):
    """See the module."""

    name = "stuck"
    rank = 30
    yields = 10
    detailed = True
    idle = True

    def lines(self, words: Words, seen: Picture) -> list[str]:
        """New cases by kind, what made people stop, and how many are answered; newcomers' word waits."""
        lines = []
        if new := _new(seen):
            kinds = Counter(one.code for one in new)
            stopped = sum(one.stopped for one in new)
            lines.append(words("digest-stuck", kinds=listed(words, "difficulty", kinds), stopped=stopped))
        if solved := sum(not one.open for one in seen.cases):
            lines.append(words("digest-stuck-solved", solved=solved, left=len(seen.cases) - solved))
        if waiting := sum(one.pending for one in seen.difficulties):
            lines.append(words("digest-stuck-waiting", count=waiting))
        return lines

    def details(self, words: Words, seen: Picture) -> list[str]:
        """Each case with its time, its size and its words, then where it stands."""
        return [
            words(
                "digest-stuck-one",
                time=clock(one.created_at)
                if local(one.created_at).date() == seen.day
                else case_words.day(one),
                what=case_words.kind(words, one),
                people=len(one.people),
                stopped="yes" if one.stopped else "no",
                notes=case_words.notes(one) or "none",
                state=one.state,
                answer=one.answer if not one.open else "",
            )
            for one in seen.cases
        ]


def _new(seen: Picture) -> list[CaseCard]:
    """Cases of which the team told for the first time on this day."""
    told = {one.case_id for one in seen.difficulties if not one.pending}
    return [one for one in seen.cases if any(each.case_id in told for each in one.tellings)]
