"""One address for the webhooks of all bots that were connected: thousands of routes would be searched in
turn for each call."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.accounts import Accounts
from storage.bot_accounts import AccountKey
from storage.database import StorageError

PATH = "/hooks/{brand}/{account}"
_LONGEST = 22
"""Digits of an account."""


class Hooks:
    """Hands a call to the hook of its account (an ASGI application)."""

    def __init__(self, accounts: Accounts) -> None:
        self._accounts = accounts

    def routes(self) -> list[BaseRoute]:
        """The route, after those of the settings' own accounts."""
        return [Route(PATH, self, name="hooks")]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; 404 where the account is nobody's."""
        params = Request(scope, receive).path_params
        answer = await self._found((params["brand"], params["account"]))
        await answer(scope, receive, send)

    async def _found(self, key: AccountKey) -> ASGIApp:
        if not (key[1].isascii() and key[1].isdigit() and len(key[1]) <= _LONGEST):
            return Response(status_code=404)
        try:
            await self._accounts.learn([key])
            hook = self._accounts.own(key).hook()
        except StorageError:
            return Response(status_code=503, headers={"Retry-After": "5"})
        except KeyError:
            return Response(status_code=404)
        return hook or Response(status_code=404)
