"""What is planned for tomorrow."""

from handlers.section import Picture, Section
from handlers.shift_told import times
from locales import Words
from storage.shifts import PlacedShift


class TomorrowSection(Section):
    """See the module."""

    name = "tomorrow"
    rank = 50

    def lines(self, words: Words, seen: Picture) -> list[str]:
        """The shifts of tomorrow in one line, with who is missing where the team signs up."""
        if not seen.tomorrow:
            return []
        shifts = ", ".join(self._shift(words, seen, one) for one in seen.tomorrow)
        return [words("digest-tomorrow", shifts=shifts)]

    def _shift(self, words: Words, seen: Picture, shift: PlacedShift) -> str:
        told = times(words, shift.starts_at, shift.ends_at)
        if not seen.signing:
            return told
        coming = sum(one.open and one.shift_id == shift.id for one in seen.signups_tomorrow)
        return words("digest-tomorrow-signed", shift=told, coming=coming, needed=shift.needed)
