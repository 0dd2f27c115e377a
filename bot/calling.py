"""Calls to the platforms. Connections, TLS and bytes are the work of a thread of reqwest's, so that the event
loop hands over a body and gets one back: a sixth of what a client in Python takes of it.

A call that did not come through says one thing: whether the request may have left.
"""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Self

from pyreqwest.client import Client, ClientBuilder
from pyreqwest.exceptions import DetailedPyreqwestError, PoolTimeoutError
from pyreqwest.multipart import FormBuilder, PartBuilder
from pyreqwest.request import RequestBuilder

CONNECT_WITHIN = timedelta(seconds=10)
MOST_AT_ONCE = 500
"""Calls under way on the same connections; the next ones wait."""
_NEVER_LEFT = "client error (Connect)"
"""How hyper says that there was no connection. The classes of its errors do not tell: they call a connection
that breaks after the request, and an answer that does not come, errors of connecting too."""
_NOT_TRUSTED = "invalid peer certificate"
LETTING_GO = 0.05
"""Seconds in which the thread lets go of what it holds of ours after connections are closed: an interpreter
that ends before takes the whole process down."""


class CallFailed(Exception):
    """A call without an answer. The text names its kind alone: the error's own holds the address, and so
    the token."""


class Unsent(CallFailed):
    """No connection: the request has surely not left."""


class Unanswered(CallFailed):
    """The request may have left; what became of it is unknown."""


class Late(Unanswered):
    """No whole answer in time."""


class TooLarge(CallFailed):
    """The answer is longer than is wanted."""


class Cannot(CallFailed):
    """The text cannot be written to the wire: it holds half a letter."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The status and the whole body."""

    status: int
    body: bytes


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file in a form: its name as people see it, its bytes, its media type."""

    name: str
    content: bytes
    mime: str


class Connections:
    """Connections that calls share, made by the first call. ``within`` is seconds for a whole call.

    Every call raises ``CallFailed``. Redirects are not followed, and the environment's proxies not used.
    """

    def __init__(self) -> None:
        self._client: Client | None = None
        self._closed = False

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def post(self, address: str, body: bytes, within: float) -> Answer:
        """The answer to a body of JSON."""
        return await _called(
            lambda: self._open().post(address).header("Content-Type", "application/json").body_bytes(body),
            within,
        )

    async def post_form(
        self, address: str, fields: Mapping[str, str], files: Mapping[str, Enclosed], within: float
    ) -> Answer:
        """The answer to a form with files."""
        return await _called(lambda: self._open().post(address).multipart(_form(fields, files)), within)

    async def get(self, address: str, within: float, most: int) -> Answer:
        """What lies at ``address``. Raises ``TooLarge`` where it is longer than ``most`` bytes."""
        return await _called(lambda: self._open().get(address), within, most)

    def renew(self) -> None:
        """Forget all connections, dead ones among them; the next call makes new ones."""
        self._client = None  # it closes with its last user

    async def close(self) -> None:
        """Release the connections for good."""
        self._closed = True
        if self._client is not None:
            self.renew()
            await asyncio.sleep(LETTING_GO)

    def _open(self) -> Client:
        if self._closed:
            raise Unsent("the connections are closed")
        if self._client is None:
            self._client = _client()
        return self._client


def _client() -> Client:
    builder = ClientBuilder().no_proxy().follow_redirects(enable=False).connect_timeout(CONNECT_WITHIN)
    return builder.max_connections(MOST_AT_ONCE).pool_timeout(CONNECT_WITHIN).build()


def _form(fields: Mapping[str, str], files: Mapping[str, Enclosed]) -> FormBuilder:
    form = FormBuilder().percent_encode_noop()  # names in UTF-8, as they are shown to people
    for name, value in fields.items():
        form.text(name, value)
    for name, file in files.items():
        form.part(name, PartBuilder.from_bytes(file.content).file_name(file.name).mime(file.mime))
    return form


async def _called(builds: Callable[[], RequestBuilder], within: float, most: int | None = None) -> Answer:
    """Raises CancelledError also where reqwest loses it, because the answer came at the same moment."""
    task = asyncio.current_task()
    before = task.cancelling() if task else 0
    try:
        return await _answered(builds, within, most)
    finally:
        if task and task.cancelling() > before:
            raise asyncio.CancelledError


async def _answered(builds: Callable[[], RequestBuilder], within: float, most: int | None) -> Answer:
    failure: CallFailed
    try:
        asked = builds().timeout(timedelta(seconds=within))
        if most is not None:
            return await _read(asked, most)
        answer = await asked.build().send()
        return Answer(answer.status, (await answer.bytes()).to_bytes())
    except UnicodeError:
        failure = Cannot("the text cannot be encoded")
    except CallFailed:
        raise
    except Exception as error:  # whatever it is, its text may hold the address
        failure = _failure(error)
    raise failure  # outside, so that what it was caused by does not go along


async def _read(asked: RequestBuilder, most: int) -> Answer:
    content = b""
    async with asked.build_streamed() as answer:
        while (part := await answer.body_reader.read_chunk()) is not None:
            content += part.to_bytes()
            if len(content) > most:
                raise TooLarge(f"more than {most} bytes")
        return Answer(answer.status, content)


def _failure(error: Exception) -> CallFailed:
    """The error by its kind alone."""
    kind = type(error).__name__
    details = error.details if isinstance(error, DetailedPyreqwestError) else {"causes": None}
    causes = [cause["message"] for cause in details["causes"] or ()]
    if any(_NOT_TRUSTED in cause for cause in causes):
        return Unsent("the certificate is not trusted; is ca-certificates installed, is somebody in between?")
    if isinstance(error, PoolTimeoutError | ValueError) or _NEVER_LEFT in causes:
        return Unsent(f"no connection ({kind})")
    if isinstance(error, TimeoutError):
        return Late(f"no answer in time ({kind})")
    return Unanswered(f"the connection broke ({kind})")
