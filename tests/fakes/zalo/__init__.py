"""Zalo's Bot API on loopback, for tests: a server, the people who write, and what it saw.

It has the quirks that people report of the live platform: refusals come with HTTP 200, updates come flat or
wrapped, one poll brings one update and forgets it, what is written while nobody polls is lost, webhooks may
come twice, the month's messages end, a bot has a most number of people, links arrive as "unsupported". What
nobody has reported (the codes for the 51st person, for a stranger) can be set. In a test::

    async with ZaloFake() as fake:
        mai = fake.person("mai")
        mai.says("vào ca")
        card = await mai.hears()
        mai.says("1")

``python -m tests.fakes.zalo --port 0`` runs it as its own process.
"""

from tests.fakes.rules import Fault, Rule
from tests.fakes.zalo.account import Account
from tests.fakes.zalo.ledger import Call, Ledger
from tests.fakes.zalo.people import Person
from tests.fakes.zalo.server import DEFAULT_TOKEN, ZaloFake
from tests.fakes.zalo.shown import Shown

__all__ = ["DEFAULT_TOKEN", "Account", "Call", "Fault", "Ledger", "Person", "Rule", "Shown", "ZaloFake"]
