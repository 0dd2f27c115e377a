"""Erase me: said twice, carried out ten minutes later, taken back until then; never afterwards."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated, Any, ClassVar

from handlers import controller
from handlers.asked_right import erasure, request
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Choice, Form, FormField, Option, When
from handlers.messages import Button
from handlers.notice import BACKUPS_LAST
from handlers.permissions import Access
from handlers.turn import Turn
from locales.formats import clock, local
from storage import rights
from storage.records.right import RequestKind, RequestState, RightsRequest

COOLS = timedelta(minutes=10)
GO_ON, KEEP, ALL = "on", "keep", "all"


def _read(draft: Any) -> bool:
    return bool(draft.read == GO_ON)


class EraseForm(Form):
    """Twice yes: to what goes and what stays, and to its being for good."""

    name: ClassVar[str] = "erase"
    summary: ClassVar[bool] = False

    read: Annotated[str | None, Choice()] = None
    sure: Annotated[str | None, Choice(), When(_read)] = None


class Erase(Conversation):
    """See the module. The argument "keep" takes back an erasure that has not been carried out."""

    name = "erase"
    command = "xoa"
    access = Access.ANYONE
    form = EraseForm
    always_open = True
    heard_first = True
    shortcuts = (KEEP,)

    def guards(self, arg: str) -> bool:
        """All but taking it back."""
        return arg != KEEP

    def needs(self, opening: Opening) -> Needs:
        """Whether an erasure is under way, and who is responsible for carrying it out."""
        yield from controller.needs(opening)
        if opening.actor.person is not None:
            yield rights.of_person.of(opening.actor.key)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Say what would happen; where it is about to happen, say when, or take it back."""
        if turn.actor.person is None:
            turn.say(turn.text("my-data-stranger", **controller.named(turn)))
            return None
        going = erasure(turn)
        if arg == KEEP:
            self._keep(turn, going)
            return None
        if going is None:
            return Begin()
        self._tell(turn, going, "erase-waiting")
        return None

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """Two equal buttons, twice."""
        first = Option(GO_ON if field == "read" else ALL, turn.text(f"erase-{field}-yes"))
        return [first, Option(KEEP, turn.text("erase-keep"))]

    def question(self, turn: Turn, field: FormField, draft: dict[str, Any]) -> str:
        """What goes, what stays and until when; then that it is for good."""
        if field.name == "sure":
            return turn.text("erase-sure", minutes=COOLS // timedelta(minutes=1))
        alone = "yes" if turn.actor.led or turn.actor.coordinated else "no"
        return turn.text("erase-read", days=BACKUPS_LAST, leads=alone, **controller.named(turn))

    def finish(self, turn: Turn, draft: EraseForm) -> None:
        """Both yes: it begins in ten minutes. Else nothing happens."""
        if draft.read != GO_ON or draft.sure != ALL:
            turn.say(turn.text("erase-kept"), [[Button(turn.text("menu-my-data"), action("my_data"))]])
            return
        asked = request(turn, RequestKind.ERASE, run_at=turn.now + COOLS)
        turn.note(rights.received(asked))
        self._tell(turn, asked, "erase-asked")

    def _tell(self, turn: Turn, asked: RightsRequest, key: str) -> None:
        if asked.state is RequestState.ERASING or asked.run_at is None:
            turn.say(turn.text("erase-under-way"))
            return
        keep = Button(turn.text("erase-keep"), action(self.name, KEEP))
        when = clock(asked.run_at)
        last = f"{local(asked.run_at + timedelta(days=BACKUPS_LAST)):%d/%m/%Y}"
        turn.say(turn.text(key, when=when, backups=last), [[keep]])

    def _keep(self, turn: Turn, going: RightsRequest | None) -> None:
        if going is not None and going.state is RequestState.ERASING:
            turn.say(turn.text("erase-under-way"))
            return
        if going is not None:
            turn.note(rights.moved(going, RequestState.KEPT, outcome="taken back", at=turn.now))
        turn.say(turn.text("erase-kept"), [[Button(turn.text("menu-my-data"), action("my_data"))]])
