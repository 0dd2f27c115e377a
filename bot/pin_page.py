"""The page on which somebody gives, sets, changes or takes away their PIN, so that it stands in no chat.

A plain form without a script. Whoever holds the link (ten minutes, from the person's own chat) may try: five
wrong ones in a row shut it for a quarter of an hour, also across links, and the leaders hear of it.
"""

import asyncio
import secrets
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from urllib.parse import parse_qsl

import structlog
from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from bot.channels.web.guard import Refused, same_origin
from bot.channels.web.headers import SecurityHeaders
from handlers import pin_alarm
from handlers.job import Moment
from locales import Words
from locales.formats import clock
from storage import audit, people, pins, rights
from storage.database import Database, StorageError
from storage.effects import Effect, Lost, carry_out
from storage.queries import Tx
from storage.records.pin import OPEN_FOR, TRIES, Pin
from storage.sources import Facts, PersonKey

log = structlog.get_logger()

DIGITS = 6
LARGEST = 1024
"""Bytes of a form."""
_EASY = frozenset(
    {"123456", "654321", "012345", "121212", "123123", *(str(one) * DIGITS for one in range(10))}
)
_TEMPLATES = Path(__file__).parent / "channels" / "web" / "pages"
_ROUNDS, _KIB = 2, 19_456
"""Argon2id as OWASP recommends it at least: a sixteenth of a second, 19 MiB."""


class PinPage:
    """Answers ``/ma-khoa/<token>`` while the link lives."""

    def __init__(
        self,
        database: Database,
        words: Words,
        *,
        now: Callable[[], datetime],
        new_id: Callable[[], str],
        secure: bool,
    ) -> None:
        self._database = database
        self._words = words
        self._now = now
        self._new_id = new_id
        self._secure = secure
        self._one_by_one = asyncio.Lock()  # a thousand at once cost no more hashes than a few
        loader = FileSystemLoader(_TEMPLATES)
        self._page = Environment(
            loader=loader, undefined=StrictUndefined, autoescape=select_autoescape(["html"])
        ).get_template("pin.html")

    def routes(self) -> Sequence[BaseRoute]:
        """The one address."""
        headers = [Middleware(SecurityHeaders, secure=self._secure, forms=True)]
        return (Route("/ma-khoa/{token}", self._serve, methods=["GET", "POST"], middleware=headers),)

    async def _serve(self, request: Request) -> Response:
        try:
            given = await self._given(request)
            async with self._one_by_one:
                return await self._answer(str(request.path_params["token"]), given)
        except Refused as refused:
            return self._said(self._words(refused.word), refused.status)
        except (StorageError, Lost):
            return self._said(self._words("web-error-busy"), 503)

    async def _given(self, request: Request) -> Mapping[str, str] | None:
        """What was filled in; None of somebody who only looks. A browser too old to say where a form comes
        from is believed: the address is a secret of its own."""
        if request.method != "POST":
            return None
        if "origin" in request.headers:
            same_origin(request, secure=self._secure)
        content = bytearray()
        async for chunk in request.stream():
            content += chunk
            if len(content) > LARGEST:
                raise Refused(413, "web-error-too-long")
        return dict(parse_qsl(content.decode("ascii", "replace"), max_num_fields=8))

    async def _answer(self, token: str, given: Mapping[str, str] | None) -> Response:
        now = self._now()
        person, pin = await self._database.read(lambda tx: _found(tx, token, now))
        if person is None:
            return self._said(self._words("pin-page-over"), 404)
        there = pin is not None and pin.stands(now)
        if pin is not None and there and pin.reopens_at is not None and pin.shut(now):
            return self._said(self._words("pin-page-shut", until=clock(pin.reopens_at)), 429)
        if given is None:
            return self._form(there)
        if pin is None or not there:
            return await self._set(person, given, "")
        return await self._try(person, pin, given)

    async def _try(self, person: PersonKey, pin: Pin, given: Mapping[str, str]) -> Response:
        now, right = self._now(), await asyncio.to_thread(_is, given.get("pin", ""), pin.pin_hash)
        after = pin.tried(now, right=right)
        await self._database.write(lambda tx: self._noted(tx, pin, after))
        if not right:
            if after.reopens_at is not None and after.shut(now):
                log.warning("a PIN was tried too often", person=person[1])
                return self._said(self._words("pin-page-shut", until=clock(after.reopens_at)), 429)
            return self._form(True, self._words("pin-page-wrong", left=TRIES - after.tries % TRIES), 403)
        if given.get("drop"):
            await self._write(pins.ended(*person), *self._entry(person, "PIN taken away"))
            return self._said(self._words("pin-page-dropped"))
        if given.get("new"):
            return await self._set(person, given, pin.pin_hash)
        return self._said(self._words("pin-page-opened"))

    async def _set(self, person: PersonKey, given: Mapping[str, str], before: str) -> Response:
        new = given.get("new", "")
        if (
            not (new.isascii() and new.isdigit())
            or len(new) != DIGITS
            or new in _EASY
            or new != given.get("again")
        ):
            return self._form(bool(before), self._words("pin-page-digits"), 422)
        now, hashed = self._now(), await asyncio.to_thread(_hashed, new)
        record = Pin(
            tenant=person[0], person_id=person[1], pin_hash=hashed, closes_at=now + OPEN_FOR, set_at=now
        )
        await self._write(pins.kept(record), *self._entry(person, "PIN set"))
        return self._said(self._words("pin-page-set"))

    async def _noted(self, tx: Tx, pin: Pin, after: Pin) -> None:
        """One more try; of one that shuts it the leaders hear, and the log."""
        effects = [pins.tried(pin, after)]
        if after.reopens_at != pin.reopens_at and after.tries:
            effects += self._entry((pin.tenant, pin.person_id), "PIN tried too often")
            effects += await self._alarm(tx, (pin.tenant, pin.person_id))
        await carry_out(tx, effects)

    async def _alarm(self, tx: Tx, person: PersonKey) -> list[Effect]:
        facts = Facts()
        await facts.load(tx, [people.person.of(person), people.memberships.of(person)])
        record, held = facts.get(people.person.of(person)), facts.get(people.memberships.of(person)) or []
        if record is None:
            return []
        await facts.load(tx, pin_alarm.needs(held))
        return pin_alarm.alarm(pin_alarm.TRIED, record, held, facts, Moment(self._now(), self._new_id))

    def _entry(self, person: PersonKey, what: str) -> list[Effect]:
        return [audit.noted(person[0], self._now(), person[1], what, f"person:{person[1]}", "")]

    async def _write(self, *effects: Effect) -> None:
        await self._database.write(lambda tx: carry_out(tx, effects))

    def _form(self, there: bool, wrong: str = "", status: int = 200) -> Response:
        return self._rendered([wrong] if wrong else [], status, asks=True, there=there)

    def _said(self, line: str, status: int = 200) -> Response:
        return self._rendered([line], status, asks=False, there=False)

    def _rendered(self, lines: Sequence[str], status: int, *, asks: bool, there: bool) -> Response:
        page = self._page.render(**self._fixed(), lines=lines, asks=asks, there=there)
        return HTMLResponse(page, status_code=status)

    def _fixed(self) -> dict[str, str]:
        """The words that stand on every such page."""
        return {
            "language": self._words("web-lang"),
            "title": self._words("pin-page-title"),
            "ask": self._words("pin-page-ask"),
            "new": self._words("pin-page-new"),
            "again": self._words("pin-page-again"),
            "change": self._words("pin-page-change"),
            "drop": self._words("pin-page-drop"),
            "send": self._words("pin-page-send"),
        }


async def _found(tx: Tx, token: str, now: datetime) -> tuple[PersonKey | None, Pin | None]:
    person = await rights.link(tx, token, now, rights.PIN)
    return person, (await pins.of_person.load(tx, [person])).get(person) if person else None


def _hashed(pin: str) -> str:
    return Argon2id(
        salt=secrets.token_bytes(16), length=32, iterations=_ROUNDS, lanes=1, memory_cost=_KIB
    ).derive_phc_encoded(pin.encode())


def _is(pin: str, hashed: str) -> bool:
    try:
        Argon2id.verify_phc_encoded(pin.encode("utf-8", "replace"), hashed)
    except InvalidKey:
        return False
    return True
