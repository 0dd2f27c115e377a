"""What is planned for tomorrow, and who is missing there."""

from handlers.conversation import action
from handlers.messages import Button
from handlers.section import Picture, Section
from handlers.shift_told import times
from locales import Words
from locales.formats import given_name, sort_name
from storage.shifts import PlacedShift


class TomorrowSection(Section):
    """See the module."""

    name = "tomorrow"
    rank = 50
    yields = 1
    idle = True

    def lines(self, words: Words, seen: Picture) -> list[str]:
        """The shifts of tomorrow in one line, with who is missing where the team signs up; who stays away."""
        if not seen.tomorrow:
            return []
        shifts = ", ".join(self._shift(words, seen, one) for one in seen.tomorrow)
        gap = sum(_missing(seen, one) for one in seen.tomorrow)
        away = _away(seen)
        told = [words("digest-tomorrow-away", count=len(away), names=", ".join(away[:8]))] if away else []
        return [words("digest-tomorrow", shifts=shifts, gap=gap), *told]

    def buttons(self, words: Words, seen: Picture) -> list[Button]:
        """Look for people for the first shift that lacks some."""
        short = next((one for one in seen.tomorrow if _missing(seen, one)), None)
        if short is None:
            return []
        label = words("digest-find", shift=times(words, short.starts_at, short.ends_at))
        return [Button(label, action("call", short.id))]

    def _shift(self, words: Words, seen: Picture, shift: PlacedShift) -> str:
        told = times(words, shift.starts_at, shift.ends_at)
        if not seen.signing:
            return told
        return words("digest-tomorrow-signed", shift=told, coming=_coming(seen, shift), needed=shift.needed)


def _coming(seen: Picture, shift: PlacedShift) -> int:
    return sum(one.open and one.shift_id == shift.id for one in seen.signups_tomorrow)


def _away(seen: Picture) -> list[str]:
    """Who said that they come to none of them."""
    coming = {one.person_id for one in seen.signups_tomorrow if one.open}
    names = {one.name for one in seen.signups_tomorrow if one.absent and one.person_id not in coming}
    return [given_name(name) for name in sorted(names, key=sort_name)]


def _missing(seen: Picture, shift: PlacedShift) -> int:
    """How many a shift lacks; none where the team does not plan by sign-ups."""
    return max(0, shift.needed - _coming(seen, shift)) if seen.signing else 0
