"""What got stuck today."""

from collections import Counter

from handlers.categories import label
from handlers.counted import listed
from handlers.section import Picture, Section
from locales import Words
from locales.formats import clock


class StuckSection(Section):
    """See the module."""

    name = "stuck"
    rank = 30
    detailed = True

    def lines(self, words: Words, seen: Picture) -> list[str]:
        """Kinds with their counts; what made people stop is said."""
        if not seen.difficulties:
            return []
        kinds = Counter(one.code for one in seen.difficulties)
        stopped = sum(one.severity == "dung" for one in seen.difficulties)
        return [words("digest-stuck", kinds=listed(words, "difficulty", kinds), stopped=stopped)]

    def details(self, words: Words, seen: Picture) -> list[str]:
        """Each difficulty with its time, severity and note."""
        return [
            words(
                "digest-stuck-one",
                time=clock(one.created_at),
                what=words(label("difficulty", one.code)),
                severity=words(label("severity", one.severity)),
                note=f": {one.note}" if one.note else "",
            )
            for one in seen.difficulties
        ]
