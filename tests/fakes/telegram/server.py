"""The server itself: listens on loopback, routes calls to methods, lets rules strike."""

import asyncio
import json
import random
import time
from types import TracebackType
from typing import Any, Self

from aiohttp import web

from tests.fakes.rules import Fault, Refusal, Rule
from tests.fakes.telegram import parameters, payloads
from tests.fakes.telegram.account import Account
from tests.fakes.telegram.ledger import Call, Ledger
from tests.fakes.telegram.methods import METHODS
from tests.fakes.telegram.people import Group, Person
from tests.fakes.telegram.queue import Event

DEFAULT_TOKEN = "7000001:FAKE-token-canary-0123456789abcdef"
PAGE = "<html><head><title>{code}</title></head><body><h1>{code}</h1></body></html>"


class TelegramFake:
    """Telegram for one or more bots. ``scale`` shortens the server's own pauses (webhook
    retries, conflicts), so that ``0.01`` plays an hour of retries in 36 s."""

    def __init__(self, *tokens: str, scale: float = 1.0, seed: int = 0, port: int = 0) -> None:
        rng = random.Random(seed)
        self._accounts = {
            token: Account(token, scale=scale, rng=rng) for token in (tokens or (DEFAULT_TOKEN,))
        }
        self.port = port
        self._runner: web.AppRunner | None = None
        self._closing = asyncio.Event()
        self._app_extra: list[web.RouteDef] = []

    # One bot is the usual case: what follows speaks of the first account

    @property
    def account(self) -> Account:
        """The first bot."""
        return next(iter(self._accounts.values()))

    def bot(self, token: str) -> Account:
        """The bot with this token."""
        return self._accounts[token]

    @property
    def token(self) -> str:
        """The token of the first bot."""
        return self.account.token

    @property
    def url(self) -> str:
        """What stands in ``TELEGRAM_API_URL``."""
        return f"http://127.0.0.1:{self.port}"

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

    def rule(self, rule: Rule) -> None:
        """Let ``rule`` strike the first bot's calls."""
        self.account.rules.add(rule)

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

    def breaks(
        self, fault: Fault, method: str = "", *, chat: int | None = None, times: int | None = 1,
        code: int = 502, seconds: float = 3600.0,
    ) -> None:  # fmt: skip
        """Break the next ``times`` calls in the way of ``fault``."""
        self.rule(Rule(fault, method, chat, times, code=code, seconds=seconds))

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

    # Life of the server

    async def __aenter__(self) -> Self:
        await self.listen()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        for account in self._accounts.values():
            await account.close()
        await self.hang_up()

    async def listen(self) -> None:
        """Open the port (the same one again after ``hang_up``)."""
        app = web.Application(client_max_size=64 * 1024 * 1024)
        app.add_routes([web.route("*", "/bot{token:[^/]+}/{method}", self._called), *self._app_extra])
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port, reuse_address=True)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def hang_up(self) -> None:
        """Close the port: connections are refused until ``listen``."""
        if self._runner:
            await self._runner.cleanup()
            self._runner = None

    def add_route(self, route: web.RouteDef) -> None:
        """Serve something beside the Bot API (before ``listen``)."""
        self._app_extra.append(route)

    # Calls

    async def _called(self, request: web.Request) -> web.StreamResponse:
        account = self._accounts.get(request.match_info["token"])
        if account is None:
            return _json(payloads.refusal(401, "Unauthorized", {}), 401)
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
            return _json(
                payloads.refusal(refusal.code, refusal.description, refusal.parameters), refusal.code
            )
        call.status, call.done = 200, True
        return _json(payloads.answer(call.result), 200)

    async def _struck(
        self, account: Account, call: Call, rule: Rule, request: web.Request
    ) -> web.StreamResponse:
        """Answer as the rule wants."""
        match rule.fault:
            case Fault.REFUSE:
                call.status, call.refusal = rule.code, rule.description
                account.hold(rule, call.chat)
                return _json(payloads.refusal(rule.code, rule.description, rule.parameters), rule.code)
            case Fault.HTML:
                call.status = rule.code
                return web.Response(
                    status=rule.code, text=PAGE.format(code=rule.code), content_type="text/html"
                )
            case Fault.GARBAGE:
                call.status = 200
                return web.Response(text='{"ok":true,"result":', content_type="application/json")
            case Fault.SLOW:
                await self._pause(rule.seconds)
                return await self._plainly(account, call)
            case Fault.RESET:
                return _dropped(request)
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
            return _dropped(request)
        body = answer.body if isinstance(answer.body, bytes) else b""
        head = web.StreamResponse(headers={"Content-Length": str(len(body))})
        await head.prepare(request)
        await head.write(body[: len(body) // 2])
        return _dropped(request)

    async def _pause(self, seconds: float) -> None:
        """Wait, but no longer than the server lives."""
        try:
            async with asyncio.timeout(seconds):
                await self._closing.wait()
        except TimeoutError:
            return


async def _run(account: Account, call: Call) -> Any:
    method = METHODS.get(call.method.lower())
    if method is None:
        raise Refusal(404, "Not Found")
    return await method(account, call)


def _dropped(request: web.Request) -> web.Response:
    if request.transport:
        request.transport.abort()
    return web.Response()


def _json(body: dict[str, Any], status: int) -> web.Response:
    return web.Response(body=json.dumps(body).encode(), status=status, content_type="application/json")
