"""What did not leave because the team's bot has nearly spent its month."""

from handlers.section import Picture, Section
from locales import Words


class Unsent(Section):
    """See the module."""

    name = "unsent"
    rank = 90

    def lines(self, words: Words, seen: Picture) -> list[str]:
        """One line, when there is something to say."""
        dropped, lists = seen.use.dropped, seen.use.dropped_lists
        return [words("digest-unsent", reminders=dropped, lists=lists)] if dropped or lists else []
