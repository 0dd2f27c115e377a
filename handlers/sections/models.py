"""Good models that wait for the leader to endorse them."""

from handlers.section import Picture, Section
from locales import Words


class ModelsSection(Section):
    """See the module."""

    name = "models"
    rank = 60

    def lines(self, words: Words, seen: Picture) -> list[str]:
        """How many, the first by name, and the word that shows them."""
        if not seen.models:
            return []
        return [words("digest-models", count=len(seen.models), name=seen.models[0].name)]
