"""What the fake servers of both platforms have in common: a port on loopback, bots, rules that strike."""

import asyncio
import json
from abc import ABC, abstractmethod
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Generic, Protocol, Self, TypeVar

from aiohttp import web

from tests.fakes.rules import Fault, Rule, Rules


class Bot(Protocol):
    """One account of a platform."""

    token: str
    rules: Rules

    async def close(self) -> None:
        """End deliveries and polls under way; may be called again."""


A = TypeVar("A", bound=Bot)


class Loopback(ABC, Generic[A]):
    """A platform for the bots of ``accounts``, by token. ``most`` is the largest body in bytes."""

    def __init__(self, accounts: Mapping[str, A], *, port: int, most: int) -> None:
        self._accounts = accounts
        self.port = port
        self._most = most
        self._runner: web.AppRunner | None = None
        self._closing = asyncio.Event()
        self._routes: list[web.RouteDef] = []

    @abstractmethod
    async def _called(self, request: web.Request) -> web.StreamResponse:
        """Answer a call of the Bot API."""

    # One bot is the usual case: what follows speaks of the first account

    @property
    def account(self) -> A:
        """The first bot."""
        return next(iter(self._accounts.values()))

    def bot(self, token: str) -> A:
        """The bot with this token."""
        return self._accounts[token]

    @property
    def token(self) -> str:
        """The token of the first bot."""
        return self.account.token

    @property
    def url(self) -> str:
        """What stands in the setting of the platform's address."""
        return f"http://127.0.0.1:{self.port}"

    def rule(self, rule: Rule) -> None:
        """Let ``rule`` strike the first bot's calls."""
        self.account.rules.add(rule)

    def breaks(
        self, fault: Fault, method: str = "", *, chat: int | str | None = None, times: int | None = 1,
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
        await self._close_accounts()
        await self.hang_up()
        await self._close_accounts()  # a call that was under way may have set a webhook

    async def _close_accounts(self) -> None:
        for account in self._accounts.values():
            await account.close()

    async def listen(self) -> None:
        """Open the port (the same one again after ``hang_up``)."""
        app = web.Application(client_max_size=self._most)
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

    async def _pause(self, seconds: float) -> None:
        """Wait, but no longer than the server lives."""
        try:
            async with asyncio.timeout(seconds):
                await self._closing.wait()
        except TimeoutError:
            return


def page(code: int) -> web.Response:
    """What a proxy answers in the platform's place."""
    text = f"<html><head><title>{code}</title></head><body><h1>{code}</h1></body></html>"
    return web.Response(status=code, text=text, content_type="text/html")


def broken_off() -> web.Response:
    """A success whose JSON has no end."""
    return web.Response(text='{"ok":true,"result":', content_type="application/json")


def dropped(request: web.Request) -> web.Response:
    """The connection is reset; the response is for aiohttp alone."""
    if request.transport:
        request.transport.abort()
    return web.Response()


def answered(body: dict[str, Any], status: int) -> web.Response:
    """An answer of the Bot API."""
    return web.Response(body=json.dumps(body).encode(), status=status, content_type="application/json")
