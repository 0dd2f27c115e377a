"""The server itself: listens on loopback, routes calls to methods, lets rules strike."""

import json
import random
import time
from typing import Any

from aiohttp import web

from tests.fakes.loopback import Loopback, answered, broken_off, dropped, page
from tests.fakes.rules import Fault, Refusal, Rule
from tests.fakes.zalo.account import Account
from tests.fakes.zalo.ledger import Call, Ledger
from tests.fakes.zalo.methods import METHODS
from tests.fakes.zalo.people import Person

DEFAULT_TOKEN = "1459232241454765289:FAKE-zalo-canary_0123456789abcdef"


class ZaloFake(Loopback[Account]):
    """Zalo for one or more bots. ``scale`` shortens the server's own pauses (webhook retries)."""

    def __init__(self, *tokens: str, scale: float = 1.0, seed: int = 0, port: int = 0) -> None:
        rng = random.Random(seed)
        accounts = {token: Account(token, scale=scale, rng=rng) for token in (tokens or (DEFAULT_TOKEN,))}
        super().__init__(accounts, port=port, most=1024 * 1024)
        self._withdrawn: set[str] = set()

    @property
    def ledger(self) -> Ledger:
        """What the first bot did."""
        return self.account.ledger

    def person(self, person_id: str, **profile: Any) -> Person:
        """A person who writes to the first bot."""
        return self.account.person(person_id, **profile)

    def refuses(
        self, method: str, code: int, description: str = "", *, chat: str | None = None, times: int | None = 1
    ) -> None:
        """Refuse the next ``times`` calls with this code, and HTTP 200."""
        self.rule(Rule(Fault.REFUSE, method, chat, times, code=code, description=description))

    def withdraws(self, token: str) -> None:
        """The bot's owner has had another token made: this one is nobody's."""
        self._withdrawn.add(token)

    # Calls

    async def _called(self, request: web.Request) -> web.StreamResponse:
        token = request.match_info["token"]
        account = self._accounts.get(token)
        if account is None or token in self._withdrawn:
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
        return answered({"ok": True} if result is None else {"ok": True, "result": result}, 200)

    async def _struck(
        self, account: Account, call: Call, rule: Rule, request: web.Request
    ) -> web.StreamResponse:
        """Answer as the rule wants."""
        match rule.fault:
            case Fault.REFUSE:
                if rule.done:
                    await self._plainly(account, call)
                call.code = rule.code
                return _refused(Refusal(rule.code, rule.description))
            case Fault.HTML:
                return page(rule.code)
            case Fault.GARBAGE:
                return broken_off()
            case Fault.SLOW:
                await self._pause(rule.seconds)
                return await self._plainly(account, call)
            case Fault.RESET:
                return dropped(request)
            case Fault.HANG | Fault.CUT:
                await self._plainly(account, call)
                call.code = 0
                await self._pause(rule.seconds if rule.fault is Fault.HANG else 0.0)
                return dropped(request)


def _refused(refusal: Refusal) -> web.Response:
    """A refusal with HTTP 200, but for an idle poll, which has 408 twice."""
    body = {"ok": False, "error_code": refusal.code, "description": str(refusal)}
    return answered(body, 408 if refusal.code == 408 else 200)
