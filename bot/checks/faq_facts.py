"""Facts of the FAQ that have lapsed, or soon will."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.check import Check, Finding, State, good
from bot.settings import Settings
from locales.faq import read_topics
from locales.formats import local
from locales.front_matter import FaqFileError

SOON = timedelta(days=30)


class FaqFacts(Check):
    """See the module."""

    name = "FAQ"

    async def look(self, settings: Settings, now: datetime) -> Sequence[Finding]:
        """How many topics there are, and which to look at."""
        try:
            topics = read_topics()
        except FaqFileError as error:
            return [Finding(State.BAD, str(error))]
        today = local(now).date()
        ageing = [one for one in topics if one.valid_until is not None]
        lapsed = [one.slug for one in ageing if one.valid_until and one.valid_until < today]
        soon = [one.slug for one in ageing if one.valid_until and today <= one.valid_until <= today + SOON]
        found = [good(f"{len(topics)} topics")]
        todo = "check the facts and write the new dates into locales/vi/faq"
        if lapsed:
            found.append(Finding(State.WATCH, f"lapsed: {', '.join(lapsed)}", todo))
        if soon:
            found.append(Finding(State.WATCH, f"lapse within 30 days: {', '.join(soon)}", todo))
        return found
