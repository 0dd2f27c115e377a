"""One bot as Zalo knows it: its people, what waits for it, its webhook, and what its plan allows."""

import asyncio
import random
import time
from collections import defaultdict, deque
from dataclasses import dataclass
from typing import Any

from tests import working_hours
from tests.fakes.rules import Refusal, Rules
from tests.fakes.zalo.ledger import Ledger
from tests.fakes.zalo.people import Person
from tests.fakes.zalo.shown import Shown
from tests.fakes.zalo.webhook import Manner, Webhook

Json = dict[str, Any]
BETWEEN_POLLS = 1.0
"""Seconds between two polls that do not count as being away."""


@dataclass(slots=True)
class Plan:
    """What the free plan allows. Whether messages in count, and what the 51st person's bot is answered,
    nobody has reported: both can be set."""

    people: int = 50
    month: int = 3000
    counts_received: bool = True
    over_people: int = 429
    lets_in: bool = True


class Account:
    """The state behind one token."""

    def __init__(self, token: str, *, scale: float, rng: random.Random) -> None:
        self.token = token
        self.scale = scale
        self.rng = rng
        self.proxy = ""
        self.ledger = Ledger()
        self.rules = Rules(rng)
        self.plan = Plan()
        self.manner = Manner()
        self.webhook: Webhook | None = None
        self.waiting: deque[Json] = deque()
        self._people: dict[str, Person] = {}
        self._known: dict[str, None] = {}
        self._messages: defaultdict[str, list[Shown]] = defaultdict(list)
        self._pushed: dict[str, Json] = {}
        self._change = asyncio.Event()
        self._arrived = asyncio.Event()
        self._polls = 0
        self._polled_at = float("-inf")

    @property
    def bot(self) -> Json:
        """What ``getMe`` says."""
        return {
            "id": self.token.partition(":")[0],
            "account_name": "bot.FakeAoXanh",
            "account_type": "BASIC",
            "can_join_groups": False,
            "display_name": "Bot Áo Xanh",
        }

    def next_id(self) -> str:
        """Twenty hex digits, in no order."""
        return f"{self.rng.getrandbits(80):020x}"

    def date(self) -> int:
        """Now as Zalo writes dates: milliseconds."""
        return int(working_hours.now().timestamp() * 1000)

    def person(self, person_id: str, **profile: Any) -> Person:
        """The person with this id; made when first named."""
        return self._people.setdefault(person_id, Person(self, person_id, **profile))

    def knows(self, person_id: str) -> bool:
        """Whether the person has ever written: a bot may write to nobody else."""
        return person_id in self._known

    # Updates

    def push(self, update: Json) -> str:
        """Hand an update to the bot; its message's id."""
        message = update["message"]
        name, sender = str(message["message_id"]), str(message["from"]["id"])
        self._known.setdefault(sender)
        if self._over(sender) and not self.plan.lets_in:
            return ""
        self.ledger.month_received += 1
        self._pushed[name] = update
        self._hand_over(update)
        return name

    def pushed(self, message_id: str) -> Json:
        """The update of a message."""
        return self._pushed[message_id]

    def again(self, message_id: str) -> None:
        """Deliver a message a second time."""
        self._hand_over(self._pushed[message_id])

    def _hand_over(self, update: Json) -> None:
        if self.webhook:
            self.webhook.deliver(update, self.manner)
        elif self._polls or time.monotonic() - self._polled_at < BETWEEN_POLLS:
            self.waiting.append(update)
            self._arrived.set()
        else:
            self.ledger.lost.append(str(update["message"]["message_id"]))

    async def poll(self, within: float) -> Json:
        """The next update, forgotten as it is handed over. Raises Refusal 408 when none came."""
        ends_at = time.monotonic() + within
        self._polls += 1
        try:
            while not self.waiting or self.webhook:
                self._arrived.clear()
                left = ends_at - time.monotonic()
                if left <= 0:
                    raise Refusal(408, "Request Timeout")
                try:
                    async with asyncio.timeout(left):
                        await self._arrived.wait()
                except TimeoutError:
                    continue
        finally:
            self._polls -= 1
            self._polled_at = time.monotonic()
        update = self.waiting.popleft()
        self.ledger.taken[str(update["message"]["message_id"])] = time.monotonic()
        return update

    async def hook(self, url: str, secret: str) -> Webhook:
        """Deliver to ``url`` from now on, also what is under way."""
        if self.webhook is None:
            self.webhook = Webhook(ledger=self.ledger, rng=self.rng, scale=self.scale)
        self.webhook.leads_to(url, secret, self.proxy)
        return self.webhook

    async def unhook(self) -> None:
        """Back to polling."""
        if self.webhook:
            await self.webhook.close()
            self.webhook = None

    async def close(self) -> None:
        """End deliveries."""
        await self.unhook()

    # What the bot shows

    def admit(self, chat: str) -> None:
        """Refuse as the plan does. Raises Refusal: a stranger, one person too many, the month is spent."""
        if chat not in self._known:
            raise Refusal(404, "Not found")
        spent = self.ledger.month_sent + self.plan.counts_received * self.ledger.month_received
        if spent >= self.plan.month:
            raise Refusal(429, "Quota exceeded")
        if self._over(chat):
            raise Refusal(self.plan.over_people, "Quota exceeded")

    def _over(self, person: str) -> bool:
        return person in list(self._known)[self.plan.people :]

    def show(self, shown: Shown) -> None:
        """Put a message of the bot into its chat."""
        self.ledger.month_sent += 1
        self._messages[shown.chat].append(shown)
        self._change.set()
        self._change = asyncio.Event()

    async def something_happens(self) -> None:
        """Wait until the bot shows anything."""
        await self._change.wait()

    def shown(self, chat: str) -> list[Shown]:
        """The bot's messages in a chat, oldest first."""
        return self._messages[chat]
