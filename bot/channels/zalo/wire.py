"""Calls to Zalo's Bot API. Its answer decides, not the HTTP status, which may be 200 for a refusal."""

import json
import logging
from collections.abc import Mapping
from typing import Any

import httpx

from bot.channels.zalo.failures import Garbled, Refusal, Unanswered, Unsent, ZaloFailure

CONNECT_TIMEOUT = 10.0
MOST_CONNECTIONS = 200

# Both write whole addresses, and so tokens, below WARNING.
for _name in ("httpx", "httpcore"):
    logging.getLogger(_name).setLevel(logging.WARNING)


def connections() -> httpx.AsyncClient:
    """The connections that all accounts share."""
    limits = httpx.Limits(max_connections=MOST_CONNECTIONS, max_keepalive_connections=MOST_CONNECTIONS)
    return httpx.AsyncClient(limits=limits, follow_redirects=False, trust_env=False)


class Wire:
    """Calls to one bot at ``api_url``, over ``http`` that others use too; ``timeout`` is seconds."""

    def __init__(self, token: str, *, api_url: str, http: httpx.AsyncClient, timeout: float) -> None:
        root = api_url.rstrip("/")

        def address(method: str) -> str:
            return f"{root}/bot{token}/{method}"

        self._address = address  # a closure, so that no attribute holds the token
        self._http = http
        self._timeout = timeout

    async def call(self, method: str, given: Mapping[str, Any], within: float | None = None) -> Any:
        """The result of a call (None where Zalo gives none).

        Raises ``Refusal``, ``Unsent``, ``Unanswered`` or ``Garbled``.
        """
        wait = httpx.Timeout(within or self._timeout, connect=CONNECT_TIMEOUT)
        body = json.dumps(given, ensure_ascii=False, separators=(",", ":")).encode()
        headers = {"Content-Type": "application/json"}
        failure: ZaloFailure
        try:
            answer = await self._http.post(self._address(method), content=body, headers=headers, timeout=wait)
        except Exception as error:  # whatever it is, its text may hold the address
            failure = _named(error)
        else:
            return _result(answer)
        raise failure


def _result(answer: httpx.Response) -> Any:
    try:
        said = answer.json()
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict) or "ok" not in said:
        failure = f"HTTP {answer.status_code} without Zalo's JSON"
        raise Unanswered(failure) if answer.status_code >= 500 else Garbled(failure)
    if said["ok"] is True:
        return said.get("result")
    code = said.get("error_code")
    known = code if isinstance(code, int) else answer.status_code
    raise Refusal(known, str(said.get("description") or ""))


def _named(error: Exception) -> ZaloFailure:
    """The error by its kind alone."""
    kind = type(error).__name__
    if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout | httpx.InvalidURL):
        return Unsent(f"no connection to Zalo ({kind})")
    if isinstance(error, RuntimeError):  # the connections are closed
        return Unsent("the channel is closed")
    return Unanswered(f"no answer from Zalo ({kind})")
