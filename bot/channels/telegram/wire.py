"""The transport under python-telegram-bot: our own calls instead of httpx, at a thirtieth of the CPU a call.

The token lives here alone. What python-telegram-bot holds, logs or prints is a stand-in, and no
error leaves with the address in its text or in what it was caused by.
"""

import logging
from collections.abc import Awaitable, Mapping
from typing import IO, Any
from urllib.parse import quote

from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.calling import Answer, CallFailed, Cannot, Connections, Enclosed, Late, TooLarge
from bot.calling import Unsent as NotCalled
from bot.channels.telegram.failures import Garbled, Refusal, Unsent, refusal
from storage import json_text

UPLOAD_TIMEOUT = 90.0
"""Seconds more that a call with a file may take."""

# At DEBUG the library writes every text it sends and every answer it gets.
logging.getLogger("telegram").setLevel(logging.WARNING)


class Wire(BaseRequest):
    """Calls to one bot at ``api_url``, over ``http`` that others use too; ``timeout`` is seconds for a whole
    call.

    A connection that could not be made is ``Unsent``; anything that breaks later is
    ``TimedOut`` or ``NetworkError``, because the request may have arrived.
    """

    def __init__(self, token: str, *, api_url: str, http: Connections, timeout: float) -> None:
        root = api_url.rstrip("/")

        def address(endpoint: str) -> str:
            return f"{root}/bot{token}/{endpoint}"

        def file_address(path: str) -> str:
            return f"{root}/file/bot{token}/{path}"

        self._file_address = file_address
        self._address = address  # a closure, so that no attribute holds the token
        self._http = http
        self._timeout = timeout
        self._closed = False

    @property
    def read_timeout(self) -> float:
        """Seconds a call may take when nothing else is asked."""
        return self._timeout

    async def initialize(self) -> None:
        """Nothing to do: connections are made by the first call."""

    async def shutdown(self) -> None:
        """Call no more."""
        self._closed = True

    def renew(self) -> None:
        """Forget all connections, dead ones among them; the next call makes new ones. Not for shared ones."""
        self._http.renew()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """See ``BaseRequest.do_request``; only the last part of ``url``, the endpoint, counts.

        Raises ``Refusal``, ``Garbled``, ``Unsent``, ``TimedOut`` or ``NetworkError``.
        """
        total = read_timeout if isinstance(read_timeout, int | float) else self._timeout
        if request_data and request_data.contains_files:
            total += UPLOAD_TIMEOUT
        return 200, await self._exchange(url.rpartition("/")[2], request_data or RequestData(), total)

    async def call(self, endpoint: str, given: Mapping[str, Any]) -> Any:
        """The result of a call whose parameters ``given`` are plain JSON.

        What is sent all day goes this way: python-telegram-bot builds an object for every key and
        every answer, which costs more than the call itself. Raises as ``do_request`` does.
        """
        body = json_text.written(given).encode()
        asked = self._http.post(self._open(endpoint), body, self._timeout)
        return self.parse_json_payload(await self._said(asked))["result"]

    async def _exchange(self, endpoint: str, data: RequestData, total: float) -> bytes:
        """The body of a success."""
        address = self._open(endpoint)
        if not data.contains_files:
            return await self._said(self._http.post(address, data.json_payload, total))
        files = {name: _enclosed(*file) for name, file in data.multipart_data.items()}
        return await self._said(self._http.post_form(address, data.json_parameters, files, total))

    async def _said(self, asked: Awaitable[Answer]) -> bytes:
        answer = await self._answered(asked)
        if 200 <= answer.status <= 299:
            return answer.body
        raise refusal(answer.status, answer.body)

    async def download(self, path: str, most: int) -> bytes:
        """The file at ``path``, as ``getFile`` names it; more than ``most`` bytes are a ``Refusal``. Of a bot
        that was let go meanwhile nothing is handed on: ``Unsent``."""
        self._still_open()
        answer = await self._answered(self._http.get(self._file_address(quote(path)), self._timeout, most))
        self._still_open()
        if answer.status == 200:
            return answer.body
        raise Refusal(answer.status, "the file cannot be had")

    def _open(self, endpoint: str) -> str:
        """The address of ``endpoint``, while there are calls. Raises ``Unsent`` afterwards."""
        self._still_open()
        return self._address(endpoint)

    def _still_open(self) -> None:
        if self._closed:
            raise Unsent("the channel is closed")

    async def _answered(self, asked: Awaitable[Answer]) -> Answer:
        try:
            return await asked
        except CallFailed as failed:
            failure = _named(failed)
        raise failure

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer as JSON; of a sent message only what names it, since a field the library
        cannot read must not make an arrived message look lost.

        Raises ``Garbled`` when it is not the Bot API's.
        """
        try:
            answer = json_text.read(payload)
        except (ValueError, RecursionError):
            answer = None
        if not isinstance(answer, dict) or "result" not in answer:
            raise Garbled("an answer that is not the Bot API's JSON")
        result = answer["result"]
        if isinstance(result, dict) and "message_id" in result:
            chat = {"id": 0, "type": "private"}
            answer["result"] = {"message_id": result["message_id"], "date": 0, "chat": chat}
        return answer


def _enclosed(name: str, content: bytes | IO[bytes], mime: str) -> Enclosed:
    return Enclosed(name, content if isinstance(content, bytes) else content.read(), mime)


def _named(failed: CallFailed) -> TelegramError:
    """What did not come through, as the library calls it."""
    if isinstance(failed, NotCalled):
        return Unsent(f"no connection to Telegram: {failed}")
    if isinstance(failed, Cannot):
        return Refusal(400, "the text cannot be encoded")
    if isinstance(failed, TooLarge):
        return Refusal(413, "the file cannot be had")
    if isinstance(failed, Late):
        return TimedOut(f"no answer from Telegram: {failed}")
    return NetworkError(f"the connection to Telegram broke: {failed}")
