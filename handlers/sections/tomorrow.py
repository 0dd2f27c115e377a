"""What is planned for tomorrow."""

from handlers.section import Picture, Section
from handlers.shift_told import times
from locales import Words


class TomorrowSection(Section):
    """See the module."""

    name = "tomorrow"
    rank = 50

    def lines(self, words: Words, seen: Picture) -> list[str]:
        """The shifts of tomorrow in one line."""
        if not seen.tomorrow:
            return []
        shifts = ", ".join(times(words, one.starts_at, one.ends_at) for one in seen.tomorrow)
        return [words("digest-tomorrow", shifts=shifts)]
