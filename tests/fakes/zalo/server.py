"""The server itself: listens on loopback, routes calls to methods, lets rules strike."""

import asyncio
import json
import random
import time
from types import TracebackType
from typing import Any, Self

from aiohttp import web

from tests.fakes.rules import Fault, Refusal, Rule
from tests.fakes.zalo.account import Account
from tests.fakes.zalo.ledger import Call, Ledger
from tests.fakes.zalo.methods import METHODS
from tests.fakes.zalo.people import Person

DEFAULT_TOKEN = "1459232241454765289:FAKE-zalo-canary_0123456789abcdef"
PAGE = "<html><head><title>{code}</title></head><body><h1>{code}</h1></body></html>"


class ZaloFake:
    """Zalo for one or more bots. ``scale`` shortens the server's own pauses (webhook retries)."""

    def __init__(self, *tokens: str, scale: float = 1.0, seed: int = 0, port: int = 0) -> None:
        rng = random.Random(seed)
        self._accounts = {
            token: Account(token, scale=scale, rng=rng) for token in (tokens or (DEFAULT_TOKEN,))
        }
        self.port = port
        self._runner: web.AppRunner | None = None
        self._closing = asyncio.Event()
        self._routes: list[web.RouteDef] = []

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
        """What stands in ``ZALO_API_URL``."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def ledger(self) -> Ledger:
        """What the first bot did."""
        return self.account.ledger

    def person(self, person_id: str, **profile: Any) -> Person:
        """A person who writes to the first bot."""
        return self.account.person(person_id, **profile)

    def rule(self, rule: Rule) -> None:
        """Let ``rule`` strike the first bot's calls."""
        self.account.rules.add(rule)

    def refuses(
        self, method: str, code: int, description: str = "", *, chat: str | None = None, times: int | None = 1
    ) -> None:
        """Refuse the next ``times`` calls with this code, and HTTP 200."""
        self.rule(Rule(Fault.REFUSE, method, chat, times, code=code, description=description))

    def breaks(
        self, fault: Fault, method: str = "", *, chat: str | None = None, times: int | None = 1,
        code: int = 502, seconds: float = 3600.0,
    ) -> None:  # fmt: skip
        """Break the next ``times`` calls in the way of ``fault``."""
        self.rule(Rule(fault, method, chat, times, code=code, seconds=seconds))

    # Life of the server

    async def __aenter__(self) -> Self:
        await self.listen()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        await self.hang_up()  # first: no call under way sets a webhook that nobody closes
        for account in self._accounts.values():
            await account.unhook()

    async def listen(self) -> None:
        """Open the port (the same one again after ``hang_up``)."""
        app = web.Application()
        app.add_routes([web.route("*", "/bot{token:[^/]+}/{method}", self._called), *self._routes])
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
        self._routes.append(route)

    # Calls

    async def _called(self, request: web.Request) -> web.StreamResponse:
        account = self._accounts.get(request.match_info["token"])
        if account is None:
            return _refused(Refusal(401, "Unauthorized"))
        body = await request.read()
        given = {**request.query, **(json.loads(body) if body else {})}
        call = Call(request.match_info["method"], given, time.monotonic(), len(body))
        account.ledger.calls.append(call)
        account.ledger.styled += bool(given.keys() & {"parse_mode", "text_styles"})
        rule = account.rules.strike(call.method, call.chat)
        if rule is None:
            return await self._plainly(account, call)
        return await self._struck(account, call, rule, request)

    async def _plainly(self, account: Account, call: Call) -> web.Response:
        """Answer as the Bot API does."""
        try:
            method = METHODS.get(call.method)
            if method is None:
                raise Refusal(404, "Not found")
            result = await method(account, call)
        except Refusal as refusal:
            call.code = refusal.code
            account.ledger.refused += refusal.code not in (404, 408)
            return _refused(refusal)
        call.code, call.done = 200, True
        return _json({"ok": True} if result is None else {"ok": True, "result": result}, 200)

    async def _struck(
        self, account: Account, call: Call, rule: Rule, request: web.Request
    ) -> web.StreamResponse:
        """Answer as the rule wants."""
        match rule.fault:
            case Fault.REFUSE:
                call.code = rule.code
                return _refused(Refusal(rule.code, rule.description))
            case Fault.HTML:
                page = PAGE.format(code=rule.code)
                return web.Response(status=rule.code, text=page, content_type="text/html")
            case Fault.GARBAGE:
                return web.Response(text='{"ok":true,"result":', content_type="application/json")
            case Fault.SLOW:
                await self._pause(rule.seconds)
                return await self._plainly(account, call)
            case Fault.RESET:
                return _dropped(request)
            case Fault.HANG | Fault.CUT:
                await self._plainly(account, call)
                call.code = 0
                await self._pause(rule.seconds if rule.fault is Fault.HANG else 0.0)
                return _dropped(request)

    async def _pause(self, seconds: float) -> None:
        """Wait, but no longer than the server lives."""
        try:
            async with asyncio.timeout(seconds):
                await self._closing.wait()
        except TimeoutError:
            return


def _refused(refusal: Refusal) -> web.Response:
    """A refusal with HTTP 200, but for an idle poll, which has 408 twice."""
    body = {"ok": False, "error_code": refusal.code, "description": str(refusal)}
    return _json(body, 408 if refusal.code == 408 else 200)


def _dropped(request: web.Request) -> web.Response:
    if request.transport:
        request.transport.abort()
    return web.Response()


def _json(body: dict[str, Any], status: int) -> web.Response:
    return web.Response(body=json.dumps(body).encode(), status=status, content_type="application/json")
