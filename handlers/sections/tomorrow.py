"""What is planned for tomorrow."""

from handlers.section import Picture, Section
from locales import Words
from locales.formats import clock


class TomorrowSection(Section):
    """See the module."""

    name = "tomorrow"
    rank = 50

    def lines(self, words: Words, seen: Picture) -> list[str]:
        """The shifts of tomorrow in one line."""
        if not seen.tomorrow:
            return []
        shifts = ", ".join(
            words("shift-times", start=clock(one.starts_at), end=clock(one.ends_at)) for one in seen.tomorrow
        )
        return [words("digest-tomorrow", shifts=shifts)]
