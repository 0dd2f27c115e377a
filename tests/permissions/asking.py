"""Turns of anybody that are thought and never written, so that everything can be tried by everybody."""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from handlers.conversation import Conversation
from handlers.dispatch import handle
from handlers.engine import Session
from handlers.export import write
from handlers.messages import Button, Inbound, Kind, Outbound
from handlers.outgoing import read
from handlers.route import Route
from handlers.routing import Router
from handlers.seen import seen
from handlers.standing import Standing, standings
from handlers.turn import Turn
from locales import words
from storage.effects import Effect
from storage.outbox import OutboxRow
from storage.sources import Facts
from tests.permissions.forest import Someone
from tests.world import World, furniture

_TAGS = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Heard:
    """What a turn says to whom (by person id), and where it leaves whoever asked."""

    said: tuple[tuple[str, Outbound], ...]
    session: Session | None
    offered: tuple[Button, ...]

    @property
    def buttons(self) -> Iterator[Button]:
        """Everything that can be tapped on it."""
        for _, message in self.said:
            for row in message.choices:
                yield from row


@dataclass
class Asking:
    """See the module. All of one batch are read together, as in life."""

    world: World
    folder: Path
    failed: list[tuple[str, str]] = field(default_factory=list)
    router: Router = field(default_factory=lambda: Router(furniture()[1]))

    @property
    def conversations(self) -> list[Conversation]:
        """Every conversation there is."""
        return list(self.router.vocabulary.by_name.values())

    async def asked(
        self, who: Sequence[Someone], data: str, place: Heard | None = None, *, kind: Kind = Kind.TAP
    ) -> list[Heard]:
        """What each of ``who`` hears when they press ``data`` (or type it), where ``place`` left them."""
        lines = [(f"paper:desk:{one.id}", one.id) for one in who]
        stand = await self.world.database.read(lambda tx: standings(tx, lines))
        routed = []
        for one in who:
            inbound = Inbound(
                "paper", "desk", one.id, one.id, "u", kind,
                data=data if kind is Kind.TAP else "", text=data if kind is Kind.TEXT else "", callback="t",
            )  # fmt: skip
            where = stand[f"paper:desk:{one.id}"]
            if place is not None:
                where = Standing(where.actor, place.session, place.offered)
            now = self.world.clock.now()
            routed.append(
                (inbound, where, self.router.route(inbound, where.actor, now, where.session, where.offered))
            )
        facts, needs = Facts(), [need for _, _, route in routed for need in route.needs]
        await self.world.database.read(lambda tx: facts.load(tx, needs))
        return [self._tried(data, *one, facts) for one in routed]

    def _tried(self, data: str, inbound: Inbound, stand: Standing, route: Route, facts: Facts) -> Heard:
        """A turn that fails says nothing; what failed is kept."""
        try:
            return self._thought(inbound, stand, route, facts)
        except Exception as error:  # whatever it is, the inbox would set it aside
            self.failed.append((data, repr(error)))
            return Heard((), None, ())

    def _thought(self, inbound: Inbound, stand: Standing, route: Route, facts: Facts) -> Heard:
        turn = Turn(
            inbound, stand.actor, facts=seen(facts, stand.actor), desk=self.world.desk, words=words("vi"),
            now=self.world.clock.now(), new_id=self.world.ids, session=stand.session, offered=stand.offered,
        )  # fmt: skip
        handle(turn, route, self.router.vocabulary)
        told = [(inbound.chat, reply) for reply in turn.replies]
        return Heard((*told, *_others(turn.effects)), turn.session, turn.offered)

    async def text(self, message: Outbound) -> str:
        """All that can be read in a message, in its picture, in its file."""
        parts = [message.text, *(f"{one.label} {one.value}" for row in message.choices for one in row)]
        if message.drawing:
            parts += [message.drawing.alt, message.drawing.shows]
        if message.paper:
            to = self.folder / "paper"
            await write(message.paper, to, self.world.database)
            parts += [message.paper.name, _unpacked(to.read_bytes())]
        return "\n".join(parts)


def _others(effects: Sequence[Effect]) -> Iterator[tuple[str, Outbound]]:
    """What the turn says to others."""
    for effect in effects:
        if effect.name == "add_outbound":
            row = OutboxRow.model_validate(dict(effect.params))
            yield row.person_id, read(row)


def _unpacked(content: bytes) -> str:
    """Every text of an Office file."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = [package.read(name).decode(errors="replace") for name in package.namelist()]
    return _TAGS.sub(" ", "\n".join(parts))
