"""One bot as Telegram knows it: its updates, people, chats, messages, taps and webhook."""

import asyncio
import random
import time
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from tests import working_hours
from tests.fakes.rules import Refusal, Rule, Rules
from tests.fakes.telegram.ledger import Ledger
from tests.fakes.telegram.long_poll import LongPoll
from tests.fakes.telegram.people import Group, Person
from tests.fakes.telegram.queue import UpdateQueue
from tests.fakes.telegram.shown import Shown
from tests.fakes.telegram.webhook import Webhook

Json = dict[str, Any]

KINDS = ("message", "edited_message", "channel_post", "callback_query", "my_chat_member")


class Account:
    """The state behind one token. ``scale`` shortens the server's own pauses; ``proxy`` is the address
    on loopback that stands for the bot's public one, so that a webhook may be ``https://``."""

    def __init__(self, token: str, *, scale: float, rng: random.Random) -> None:
        self.token = token
        self.scale = scale
        self.rng = rng
        self.shift = 0.0
        self.proxy = ""
        self.ledger = Ledger()
        self.rules = Rules(rng)
        self._change = asyncio.Event()
        self.queue = UpdateQueue(
            self.ledger,
            first_id=rng.randrange(10**8, 10**9),
            now=self.now,
            monotonic=time.monotonic,
            changed=self.announce,
        )
        self.long_poll = LongPoll(self.queue, self.ledger, scale=scale, monotonic=time.monotonic)
        self.webhook: Webhook | None = None
        self.allowed: Sequence[str] = KINDS
        self.commands: dict[str, list[Json]] = {}
        self.profile: dict[str, Any] = {}
        self.held: dict[int | None, float] = {}
        self._people: dict[int, Person] = {}
        self._groups: dict[int, Group] = {}
        self._messages: defaultdict[int, dict[int, Shown]] = defaultdict(dict)
        self._taps: dict[str, tuple[Person, float]] = {}
        self._message_id = 0

    @property
    def bot(self) -> Json:
        """The bot as a user."""
        bot_id = int(self.token.partition(":")[0])
        return {"id": bot_id, "is_bot": True, "first_name": "Áo Xanh", "username": "AoXanhTestBot"}

    def now(self) -> float:
        """Unix seconds, moved by ``later``."""
        return working_hours.now().timestamp() + self.shift

    def date(self) -> int:
        """Now as the Bot API writes dates."""
        return int(self.now())

    def later(self, seconds: float) -> None:
        """Let time pass on Telegram's side: lives of updates and taps end."""
        self.shift += seconds

    # People and chats

    def person(self, person_id: int, **profile: Any) -> Person:
        """The person with this id, who has started the bot; made when first named."""
        return self._people.setdefault(person_id, Person(self, person_id, **profile))

    def group(self, group_id: int, title: str = "Đội hình phường") -> Group:
        """The group with this (negative) id; made when first named."""
        return self._groups.setdefault(group_id, Group(self, group_id, title))

    def chat(self, chat_id: int) -> Json:
        """A chat as it stands in an answer."""
        return self._groups[chat_id].chat if chat_id in self._groups else self._people[chat_id].chat

    def admit(self, chat_id: int) -> None:
        """Refuse as Telegram does when the bot may not write to the chat.

        Raises:
            Refusal: unknown chat, blocked, deactivated or migrated.
        """
        group, person = self._groups.get(chat_id), self._people.get(chat_id)
        if group is None and person is None:
            raise Refusal(400, "Bad Request: chat not found")
        if group and group.migrated_to:
            reason = "Bad Request: group chat was upgraded to a supergroup chat"
            raise Refusal(400, reason, migrate_to_chat_id=group.migrated_to)
        if person and person.deactivated:
            raise Refusal(403, "Forbidden: user is deactivated")
        if person and person.blocked:
            raise Refusal(403, "Forbidden: bot was blocked by the user")

    # What the bot shows

    def next_message_id(self) -> int:
        """Message ids of one bot rise through all its chats."""
        self._message_id += 1
        return self._message_id

    def show(self, shown: Shown) -> None:
        """Put a message of the bot into its chat."""
        self._messages[shown.chat][shown.message_id] = shown
        self.announce()

    def announce(self) -> None:
        """Wake whoever waits for something to happen."""
        self._change.set()
        self._change = asyncio.Event()

    async def something_happens(self) -> None:
        """Wait until the bot shows, answers or confirms anything."""
        await self._change.wait()

    def message(self, chat_id: int, message_id: int) -> Shown | None:
        """A message of the bot that still stands."""
        shown = self._messages[chat_id].get(message_id)
        return None if shown is None or shown.deleted else shown

    def shown(self, chat_id: int) -> list[Shown]:
        """The bot's messages in a chat, oldest first."""
        return [shown for shown in self._messages[chat_id].values() if not shown.deleted]

    def newest_with_buttons(self, chat_id: int) -> Shown:
        """The newest message that can be tapped.

        Raises:
            AssertionError: there is none.
        """
        for shown in reversed(self.shown(chat_id)):
            if shown.buttons:
                return shown
        raise AssertionError(f"no message with buttons stands in chat {chat_id}")

    # Taps

    def next_tap(self, person: Person) -> str:
        """An id under which the bot may answer a tap of ``person``."""
        tap = str(self.rng.randrange(10**17, 10**18))
        self._taps[tap] = (person, self.now())
        return tap

    def tapper(self, tap: str, life: float) -> Person | None:
        """Who tapped, while the tap may still be answered (once)."""
        person, at = self._taps.pop(tap, (None, 0.0))
        return person if self.now() - at < life else None

    # Updates

    def push(self, update: Json, *, line: str = "", life: float = 86_400.0) -> int:
        """Queue an update (any body, also a crooked one) and have it fetched or delivered.

        Returns its id; 0 when its kind is not allowed or it is too large.
        """
        if not set(update).isdisjoint(KINDS) and set(update).isdisjoint(self.allowed):
            return 0
        event = self.queue.push(update, line=line or f"line {self.rng.random()}", life=life)
        if event is None:
            return 0
        self.long_poll.wake()
        if self.webhook:
            self.webhook.enqueue(event)
        return event.update_id

    def again(self, update_id: int) -> None:
        """Deliver an update a second time, as happens when a confirmation was lost."""
        event = self.queue.again(update_id)
        if self.webhook:
            self.webhook.enqueue(event)
        else:
            self.long_poll.wake()

    async def set_webhook(self, url: str, secret: str, max_connections: int) -> None:
        """Deliver to ``url`` from now on; an empty one goes back to polling."""
        # Exchanged in one step: of calls that cross, each closes what it replaced.
        before, self.webhook = self.webhook, self._hook(url, secret, max_connections) if url else None
        if before:
            await before.close()
        if self.webhook is None:
            return
        self.long_poll.abort("terminated by setWebhook request")
        for event in self.queue:
            self.webhook.enqueue(event)

    def _hook(self, url: str, secret: str, max_connections: int) -> Webhook:
        return Webhook(
            url,
            secret,
            queue=self.queue,
            ledger=self.ledger,
            rng=self.rng,
            now=self.now,
            monotonic=time.monotonic,
            max_connections=max_connections,
            scale=self.scale,
            proxy=self.proxy,
        )

    async def close(self) -> None:
        """End deliveries and the poll under way."""
        self.long_poll.wake()
        await self.set_webhook("", "", 0)

    # Pauses asked of the bot

    def hold(self, rule: Rule, chat: int | None) -> None:
        """Remember a 429 so that calls inside its ``retry_after`` are refused and counted."""
        if retry_after := rule.parameters.get("retry_after"):
            key = None if rule.whole else chat
            self.held[key] = time.monotonic() + float(retry_after)

    def check_pause(self, chat: int | None) -> None:
        """Refuse a call that comes inside a ``retry_after``.

        Raises:
            Refusal: 429 with what is left of the pause.
        """
        left = max(self.held.get(key, 0.0) for key in (chat, None)) - time.monotonic()
        if left > 0:
            self.ledger.too_soon += 1
            seconds = int(left) + 1
            description = f"Too Many Requests: retry after {seconds}"
            raise Refusal(429, description, retry_after=seconds)
