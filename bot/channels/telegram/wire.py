"""The transport under python-telegram-bot: aiohttp instead of httpx, at a sixth of the CPU a call.

The token lives here alone. What python-telegram-bot holds, logs or prints is a stand-in, and no
error leaves with the address in its text or in what it was caused by.
"""

import logging
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import aiohttp
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.channels.telegram.failures import Garbled, Refusal, Unsent, refusal
from storage import json_text

CONNECT_TIMEOUT = 10.0
UPLOAD_TIMEOUT = 90.0
"""Seconds more that a call with a file may take."""
_JSON = {"Content-Type": "application/json"}

# At DEBUG the library writes every text it sends and every answer it gets.
logging.getLogger("telegram").setLevel(logging.WARNING)


class Wire(BaseRequest):
    """Calls to one bot at ``api_url``; ``timeout`` is seconds for a whole call.

    A connection that could not be made is ``Unsent``; anything that breaks later is
    ``TimedOut`` or ``NetworkError``, because the request may have arrived.
    """

    def __init__(self, token: str, *, api_url: str, timeout: float) -> None:
        root = api_url.rstrip("/")

        def address(endpoint: str) -> str:
            return f"{root}/bot{token}/{endpoint}"

        def file_address(path: str) -> str:
            return f"{root}/file/bot{token}/{path}"

        self._file_address = file_address
        self._address = address  # a closure, so that no attribute holds the token
        self._timeout = timeout
        self._session: aiohttp.ClientSession | None = None
        self._closed = False

    @property
    def read_timeout(self) -> float:
        """Seconds a call may take when nothing else is asked."""
        return self._timeout

    async def initialize(self) -> None:
        """Nothing to do: the session is made by the first call."""

    async def shutdown(self) -> None:
        """Release the connections for good."""
        self._closed = True
        await self.renew()

    async def renew(self) -> None:
        """Forget all connections, dead ones among them; the next call makes new ones."""
        session, self._session = self._session, None
        if session:
            await session.close()

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
        """See ``BaseRequest.do_request``; only the last part of ``url``, the endpoint, counts, and
        every call is a POST, because aiohttp repeats a GET by itself.

        Raises ``Refusal``, ``Garbled``, ``Unsent``, ``TimedOut`` or ``NetworkError``.
        """
        total = read_timeout if isinstance(read_timeout, int | float) else self._timeout
        if request_data and request_data.contains_files:
            total += UPLOAD_TIMEOUT
        return 200, await self._exchange(url.rpartition("/")[2], _body(request_data), total)

    async def call(self, endpoint: str, given: Mapping[str, Any]) -> Any:
        """The result of a call whose parameters ``given`` are plain JSON.

        What is sent all day goes this way: python-telegram-bot builds an object for every key and
        every answer, which costs more than the call itself. Raises as ``do_request`` does.
        """
        body = json_text.written(given).encode()
        return self.parse_json_payload(await self._exchange(endpoint, body, self._timeout))["result"]

    async def _exchange(self, endpoint: str, body: bytes | aiohttp.FormData | None, total: float) -> bytes:
        """The body of a success; a form says its own type, anything else is JSON."""
        failure: TelegramError
        try:
            async with self._open().post(
                self._address(endpoint),
                data=body,
                headers=_JSON if isinstance(body, bytes) else None,
                timeout=aiohttp.ClientTimeout(total=total, connect=CONNECT_TIMEOUT),
                allow_redirects=False,
            ) as answer:
                code, said = answer.status, await answer.read()
                if 200 <= code <= 299:
                    return said
                failure = refusal(code, said)
        except Exception as error:  # whatever it is, its text may hold the address
            failure = _named(error)
        raise failure

    async def download(self, path: str, most: int) -> bytes:
        """The file at ``path``, as ``getFile`` names it; more than ``most`` bytes are a ``Refusal``."""
        failure: TelegramError
        try:
            async with self._open().get(
                self._file_address(quote(path)),
                timeout=aiohttp.ClientTimeout(total=self._timeout, connect=CONNECT_TIMEOUT),
                allow_redirects=False,
            ) as answer:
                content = await answer.content.read(most + 1) if answer.status == 200 else b""
                while len(content) <= most and (more := await answer.content.read(most)):
                    content += more
                if answer.status == 200 and len(content) <= most:
                    return content
                failure = Refusal(answer.status, "the file cannot be had")
        except Exception as error:  # whatever it is, its text may hold the address
            failure = _named(error)
        raise failure

    def _open(self) -> aiohttp.ClientSession:
        if self._closed:
            raise Unsent("the channel is closed")
        if self._session is None:
            self._session = aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar())
        return self._session

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


def _body(data: RequestData | None) -> bytes | aiohttp.FormData | None:
    if data is None:
        return None
    if not data.contains_files:
        return data.json_payload
    form = aiohttp.FormData(quote_fields=False)  # names in UTF-8, as they are shown to people
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form


def _named(error: Exception) -> TelegramError:
    """The error by its kind alone."""
    kind = type(error).__name__
    if isinstance(error, TelegramError):
        return error
    if isinstance(error, aiohttp.ClientConnectorError | aiohttp.ConnectionTimeoutError | aiohttp.InvalidURL):
        return Unsent(f"no connection to Telegram ({kind})")
    if isinstance(error, UnicodeError) or isinstance(error.__cause__, UnicodeError):
        return Refusal(400, "the text cannot be encoded")
    if isinstance(error, TimeoutError):
        return TimedOut(f"no answer from Telegram in time ({kind})")
    return NetworkError(f"the connection to Telegram broke ({kind})")
