"""A person on Telegram's fake."""

from tests.chats.chat import seen
from tests.fakes.telegram import Shown, TelegramFake


class TelegramChat:
    """See ``Chat``. Telegram keeps what the person does until the bot has confirmed it."""

    def __init__(self, fake: TelegramFake, person_id: int, name: str = "Minh") -> None:
        self._fake = fake
        self._person = fake.person(person_id, first_name=name)
        self._chat = person_id
        self._updates: list[int] = []
        self._looks_at: Shown | None = None

    async def starts(self, code: str = "") -> None:
        """See ``Chat``."""
        self._updates.append(self._person.starts(code))

    async def says(self, text: str) -> None:
        """See ``Chat``."""
        self._updates.append(self._person.says(text))

    async def taps(self, label: str) -> None:
        """See ``Chat``."""
        self._updates.append(self._person.taps(label, on=self._looks_at))

    async def sees(self, fragment: str, within: float = 40.0) -> str:
        """See ``Chat``."""
        at = await seen(lambda: [shown.text for shown in self._person.shown()], fragment, within)
        self._looks_at = self._person.shown()[at]
        return self._looks_at.text

    @property
    def new(self) -> list[str]:
        """See ``Chat``."""
        return [str(call.params.get("text", "")) for call in self._fake.ledger.sent(self._chat)]

    @property
    def edits(self) -> int:
        """See ``Chat``."""
        return sum(shown.edits for shown in self._person.shown())

    @property
    def done(self) -> int:
        """See ``Chat``."""
        return len(self._updates)

    @property
    def acknowledged(self) -> set[str]:
        """See ``Chat``: by polling, what the offset has passed; by webhook, what got a 2xx."""
        return {str(one) for one in self._updates if one in self._fake.ledger.confirmed}
