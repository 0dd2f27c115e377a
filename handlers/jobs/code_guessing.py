"""Many wrong join or link codes at once: each guesser stays under the limits of one chat, so only all of them
together show. The operator hears it in the log, once an hour."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from handlers.job import Job, Moment
from storage import join_codes
from storage.effects import Effect
from storage.queries import Tx
from storage.slots import Slot

MANY, WITHIN = 200, timedelta(minutes=10)
"""So many wrong codes in the whole deployment within that time. Newcomers wait for a leader as ever."""


class CodeGuessing(Job):
    """See the module. Nobody is kept out because of it: a school that joins at once mistypes too."""

    kind = "code_guessing"
    useful_for = timedelta(hours=1)
    keeps_quiet = False
    alarm = "codes.guessed"

    async def due(self, tx: Tx, moment: Moment) -> list[Slot]:
        """This hour, where too many were wrong just now."""
        if await join_codes.wrong_since(tx, moment.now - WITHIN) < MANY:
            return []
        hour = moment.now.replace(minute=0, second=0, microsecond=0)
        return [Slot(tenant="", kind=self.kind, subject="wrong codes", slot_at=hour)]

    async def fill(self, tx: Tx, slots: Sequence[Slot], moment: Moment) -> Mapping[Slot, list[Effect]]:
        """Nothing: whom to tell stands in the log."""
        return {}
