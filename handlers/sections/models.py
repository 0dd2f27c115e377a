"""Good models that wait for the leader to endorse them."""

from handlers.conversation import action
from handlers.messages import Button
from handlers.section import Picture, Section
from locales import Words


class ModelsSection(Section):
    """See the module."""

    name = "models"
    rank = 60
    yields = 60
    idle = True

    def lines(self, words: Words, seen: Picture) -> list[str]:
        """How many, the first by name, and the word that shows them."""
        if not seen.models:
            return []
        return [words("digest-models", count=len(seen.models), name=seen.models[0].name)]

    def buttons(self, words: Words, seen: Picture) -> list[Button]:
        """The models, those that wait first."""
        return [Button(words("menu-models"), action("models"))] if seen.models else []
