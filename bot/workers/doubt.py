"""Messages of which nobody knows whether they arrived: the platform broke off, or never answered."""

from datetime import timedelta

from bot.channel import Capabilities
from handlers.messages import Unsure
from storage.outbox import OutboxRow

DOUBT = timedelta(seconds=30)
"""How long such a message waits before it is sent again."""
OFTEN = 5
"""How often an answer is sent again: where one call in twenty breaks off, one answer in four hundred would be
missing after a single try more, and whoever is not answered reports a second time. Where messages are paid
for, once."""


def goes_again(row: OutboxRow, able: Capabilities) -> bool:
    """Whether the message of ``row``, in doubt ``row.attempts`` times before, is sent once more. To change a
    message, or to answer a tap, a second time does nothing."""
    if row.unsure == Unsure.AGAIN or row.subline != row.chat or (row.edits and able.edits):
        return True
    often = OFTEN if able.plenty else 1
    times = {Unsure.NEVER: 0, Unsure.AGAIN_ONCE: 1, Unsure.AGAIN_OFTEN: often}
    return row.attempts < times[Unsure(row.unsure)]
