"""Telegram's Bot API on loopback, for tests: a server, the people who write, and what it saw.

It follows the published server (tdlib/telegram-bot-api): updates are confirmed when the next
``getUpdates`` arrives, webhooks keep one line per chat and one per tapping person, and what
Telegram would refuse is refused here with the same words. In a test::

    async with TelegramFake() as fake:
        mai = fake.person(501, first_name="Mai")
        mai.says("/vaoca")
        card = await mai.hears()
        mai.taps("Điểm A")

``python -m tests.fakes.telegram --port 0`` runs it as its own process for tests that kill the
bot; ``RemoteFake`` speaks to that process.
"""

from tests.fakes.rules import Fault, Rule
from tests.fakes.telegram.ledger import Call, Ledger
from tests.fakes.telegram.people import Group, Person
from tests.fakes.telegram.remote import RemoteFake
from tests.fakes.telegram.server import DEFAULT_TOKEN, TelegramFake
from tests.fakes.telegram.shown import Shown

__all__ = [
    "DEFAULT_TOKEN",
    "Call",
    "Fault",
    "Group",
    "Ledger",
    "Person",
    "RemoteFake",
    "Rule",
    "Shown",
    "TelegramFake",
]
