"""A person on Zalo's fake."""

from tests.chats.chat import seen
from tests.fakes.zalo import ZaloFake


class ZaloChat:
    """See ``Chat``. There are no buttons: a choice is typed as the number it is listed under, or in its
    words; nothing is changed in place; nobody presses START."""

    edits = 0

    def __init__(self, fake: ZaloFake, person_id: str) -> None:
        self._fake = fake
        self._person = fake.person(person_id)
        self._messages: list[str] = []

    async def starts(self, code: str = "") -> None:
        """See ``Chat``: the code is typed."""
        self._messages.append(self._person.says(code or "xin chào"))

    async def says(self, text: str) -> None:
        """See ``Chat``."""
        self._messages.append(self._person.says(text))

    async def taps(self, label: str) -> None:
        """See ``Chat``."""
        self._messages.append(self._person.chooses(label))

    async def sees(self, fragment: str, within: float = 40.0) -> str:
        """See ``Chat``."""
        at = await seen(lambda: [shown.text for shown in self._person.shown()], fragment, within)
        return self._person.shown()[at].text

    @property
    def new(self) -> list[str]:
        """See ``Chat``."""
        return [shown.text for shown in self._person.shown()]

    @property
    def done(self) -> int:
        """See ``Chat``."""
        return len(self._messages)

    @property
    def acknowledged(self) -> set[str]:
        """See ``Chat``: what the webhook answered with a 2xx, or a poll took."""
        return set(self._messages) & self._fake.ledger.taken.keys()
