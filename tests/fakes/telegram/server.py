"""The server itself: listens on loopback, routes calls to methods, lets rules strike."""

import asyncio
import random
import time
from typing import Any

from aiohttp import web

from tests.fakes.loopback import Loopback, answered, broken_off, dropped, page
from tests.fakes.rules import Fault, Refusal, Rule
from tests.fakes.telegram import parameters, payloads
from tests.fakes.telegram.account import Account
from tests.fakes.telegram.ledger import Call, Ledger
from tests.fakes.telegram.methods import METHODS
from tests.fakes.telegram.people import Group, Person
from tests.fakes.telegram.queue import Event

DEFAULT_TOKEN = "7000001:FAKE-token-canary-0123456789abcdef"


class TelegramFake(Loopback[Account]):
    """Telegram for one or more bots. ``scale`` shortens the server's own pauses (webhook
    retries, conflicts), so that ``0.01`` plays an hour of retries in 36 s."""

    def __init__(self, *tokens: str, scale: float = 1.0, seed: int = 0, port: int = 0) -> None:
        rng = random.Random(seed)
        accounts = {token: Account(token, scale=scale, rng=rng) for token in (tokens or (DEFAULT_TOKEN,))}
        super().__init__(accounts, port=port, most=64 * 1024 * 1024)

    @property
    def ledger(self) -> Ledger:
        """What the first bot did."""
        return self.account.ledger

    def person(self, person_id: int, **profile: Any) -> Person:
        """A person who has started the first bot (``first_name``, ``username`` …)."""
        return self.account.person(person_id, **profile)

    def group(self, group_id: int, title: str = "Đội hình phường") -> Group:
        """A group the first bot is in."""
        return self.account.group(group_id, title)

    def push(self, update: dict[str, Any], *, line: str = "") -> int:
        """Queue any body as an update of the first bot; returns its id."""
        return self.account.push(update, line=line)

    def refuses(
        self, method: str, code: int, description: str, *, chat: int | None = None, times: int | None = 1,
        **response: int,
    ) -> None:  # fmt: skip
        """Refuse the next ``times`` calls with this answer."""
        self.rule(Rule(Fault.REFUSE, method, chat, times, 0, 1.0, code, description, response))

    def throttles(
        self, seconds: int, *, method: str = "sendMessage", chat: int | None = None, whole: bool = False
    ) -> None:
        """Answer the next call with 429 and refuse those that come inside the pause."""
        description = f"Too Many Requests: retry after {seconds}"
        response = {"retry_after": seconds}
        self.rule(
            Rule(
                Fault.REFUSE,
                method,
                chat,
                code=429,
                description=description,
                parameters=response,
                whole=whole,
            )
        )

    @property
    def waiting(self) -> list[Event]:
        """Updates the first bot has not confirmed."""
        return list(self.account.queue)

    async def drained(self, within: float = 10.0) -> None:
        """Wait until the first bot has confirmed everything.

        Raises:
            AssertionError: something still waits ``within`` so many seconds.
        """
        try:
            async with asyncio.timeout(within):
                while len(self.account.queue):
                    await self.account.something_happens()
        except TimeoutError:
            raise AssertionError(f"{len(self.account.queue)} updates still wait after {within} s") from None

    # Calls

    async def _called(self, request: web.Request) -> web.StreamResponse:
        account = self._accounts.get(request.match_info["token"])
        if account is None:
            return answered(payloads.refusal(401, "Unauthorized", {}), 401)
        params, files = await parameters.read(request)
        call = Call(request.match_info["method"], params, files, time.monotonic())
        account.ledger.calls.append(call)
        account.ledger.parse_modes += "parse_mode" in params
        rule = account.rules.strike(call.method, call.chat)
        if rule is None:
            return await self._plainly(account, call)
        return await self._struck(account, call, rule, request)

    async def _plainly(self, account: Account, call: Call) -> web.Response:
        """Answer as the Bot API does."""
        try:
            if call.method.lower() != "getupdates":
                account.check_pause(call.chat)
            call.result = await _run(account, call)
        except Refusal as refusal:
            call.status, call.refusal = refusal.code, refusal.description
            account.ledger.refused += refusal.code == 400
            return answered(
                payloads.refusal(refusal.code, refusal.description, refusal.parameters), refusal.code
            )
        call.status, call.done = 200, True
        return answered(payloads.answer(call.result), 200)

    async def _struck(
        self, account: Account, call: Call, rule: Rule, request: web.Request
    ) -> web.StreamResponse:
        """Answer as the rule wants."""
        match rule.fault:
            case Fault.REFUSE:
                call.status, call.refusal = rule.code, rule.description
                account.hold(rule, call.chat)
                return answered(payloads.refusal(rule.code, rule.description, rule.parameters), rule.code)
            case Fault.HTML:
                call.status = rule.code
                return page(rule.code)
            case Fault.GARBAGE:
                call.status = 200
                return broken_off()
            case Fault.SLOW:
                await self._pause(rule.seconds)
                return await self._plainly(account, call)
            case Fault.RESET:
                return dropped(request)
            case Fault.HANG | Fault.CUT:
                return await self._silenced(account, call, rule, request)

    async def _silenced(
        self, account: Account, call: Call, rule: Rule, request: web.Request
    ) -> web.StreamResponse:
        """The method takes effect, but its answer does not arrive."""
        answer = await self._plainly(account, call)
        call.status = 0
        if rule.fault is Fault.HANG:
            await self._pause(rule.seconds)
            return dropped(request)
        body = answer.body if isinstance(answer.body, bytes) else b""
        head = web.StreamResponse(headers={"Content-Length": str(len(body))})
        await head.prepare(request)
        await head.write(body[: len(body) // 2])
        return dropped(request)


async def _run(account: Account, call: Call) -> Any:
    method = METHODS.get(call.method.lower())
    if method is None:
        raise Refusal(404, "Not Found")
    return await method(account, call)
