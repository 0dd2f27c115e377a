"""Calls to Zalo's Bot API. Its answer decides, not the HTTP status, which may be 200 for a refusal."""

from collections.abc import Mapping
from typing import Any

from bot.calling import Answer, CallFailed, Connections
from bot.calling import Unsent as NotCalled
from bot.channels.zalo.failures import Garbled, Refusal, Unanswered, Unsent, ZaloFailure
from storage import json_text


class Wire:
    """Calls to one bot at ``api_url``, over ``http`` that others use too; ``timeout`` is seconds."""

    def __init__(self, token: str, *, api_url: str, http: Connections, timeout: float) -> None:
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
        body = json_text.written(given).encode()
        failure: ZaloFailure
        try:
            answer = await self._http.post(self._address(method), body, within or self._timeout)
        except CallFailed as failed:
            failure = _named(failed)
        else:
            return _result(answer)
        raise failure


def _result(answer: Answer) -> Any:
    try:
        said = json_text.read(answer.body)
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict) or "ok" not in said:
        failure = f"HTTP {answer.status} without Zalo's JSON"
        raise Unanswered(failure) if answer.status >= 500 else Garbled(failure)
    if said["ok"] is True:
        return said.get("result")
    code = said.get("error_code")
    known = code if isinstance(code, int) else answer.status
    raise Refusal(known, str(said.get("description") or ""))


def _named(failed: CallFailed) -> ZaloFailure:
    """What did not come through, as Zalo's sender calls it."""
    if isinstance(failed, NotCalled):
        return Unsent(f"no connection to Zalo: {failed}")
    return Unanswered(f"no answer from Zalo: {failed}")
