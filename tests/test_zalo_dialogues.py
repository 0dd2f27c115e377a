"""Every dialogue where messages are scarce, over Zalo's wire: what is said arrives as it was meant, and one
message in brings one message out."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.channel import Raw, Sent
from bot.channels.zalo import ZaloChannel
from bot.drawing import drawn
from handlers.messages import Inbound, Outbound
from tests.channels.zalo_site import zalo
from tests.fakes.zalo import ZaloFake
from tests.paper import SCARCE, PaperChannel
from tests.test_transcripts import FILES, FOLDER, play

_ACTIONS = {"sticker": "sends_sticker", "voice": "sends_voice", "photo": "sends_photo"}
ONLY_WITH_BUTTONS = "# only with buttons"


class OnZalo(PaperChannel):
    """Paper whose letters go over Zalo's wire: what people do becomes a Zalo update, what they are told a
    call. What Zalo cannot bring (taps, edits, forwarding) stays on paper."""

    def __init__(self, fake: ZaloFake, channel: ZaloChannel) -> None:
        super().__init__(SCARCE)
        self._fake = fake
        self._channel = channel

    def read(self, raw: Raw) -> Inbound | None:
        """See ``Channel``."""
        person, kind = self._fake.person(raw["who"]), raw.get("kind", "text")
        if raw.keys() - {"key", "who", "text", "kind"} or kind not in ("text", *_ACTIONS):
            person.says("…")
            return super().read(raw)
        name = person.says(raw["text"]) if kind == "text" else getattr(person, _ACTIONS[kind])()
        said = self._channel.read(self._fake.account.pushed(name))
        assert said is not None
        return replace(said, channel=self.name, account=self.account, update_key=raw["key"], sent_at=None)

    async def send(self, chat: str, message: Outbound) -> Sent:
        """See ``Channel``."""
        if not self._fake.account.knows(chat):
            self._fake.person(chat).says("…")
        for part in drawn(message, self.capabilities):
            await self._channel.send(chat, part)
        return await super().send(chat, message)


@pytest.mark.parametrize(
    "path",
    [path for path in FILES if ONLY_WITH_BUTTONS not in path.read_text(encoding="utf-8")],
    ids=lambda path: str(path.relative_to(FOLDER)),
)
async def test_a_dialogue_over_the_wire(path: Path, fresh: Path) -> None:
    async with ZaloFake() as fake, zalo(fake) as channel:
        fake.account.plan.month, fake.account.plan.people = 100_000, 1000
        paper = OnZalo(fake, channel)
        await play(fresh, path.read_text(encoding="utf-8"), SCARCE, channel=paper)
        for chat in {chat for chat, _ in paper.sent}:
            meant = [
                part.text for one, message in paper.sent if one == chat for part in drawn(message, SCARCE)
            ]
            assert [shown.text for shown in fake.person(chat).shown()] == meant
        assert fake.ledger.refused == fake.ledger.styled == 0
        assert fake.ledger.decomposed == []
