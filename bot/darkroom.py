"""Pictures people send: fetched from where the channel has them, made small, sealed, shown to a leader.

Until a leader has approved one there is only the sealed picture, for 48 hours; whoever may see it sees it at
an address that ends with it, and no message keeps it.
"""

import asyncio
import hmac
import json
from base64 import urlsafe_b64encode
from collections.abc import Awaitable, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

import structlog
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.channel import Capabilities, Channel, NewId, Rejected, SendError
from bot.developing import Developed, Unreadable, developed
from bot.keys import derived
from bot.sealing import Vault
from handlers import photographing
from handlers.job import Moment
from handlers.messages import Outbound, Photo
from storage import photos
from storage.database import Database, StorageError
from storage.effects import Effect, Lost, carry_out
from storage.photos import PhotoKey
from storage.queries import Tx
from storage.records.photo import PhotoState, SentPhoto

log = structlog.get_logger()

Exposes = Callable[[Outbound, Capabilities], Awaitable[Outbound]]
"""Puts a sent picture into a message that leaves."""
LOOK = 2.0
"""Seconds between two looks at what was sent."""
AGAIN = timedelta(minutes=1)
GIVEN_UP = timedelta(hours=1)
"""How long a picture is tried to be fetched."""
_HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
_THREAD = ThreadPoolExecutor(max_workers=1, thread_name_prefix="darkroom")


async def unexposed(message: Outbound, _: Capabilities) -> Outbound:
    """Where there is no darkroom: the message as it is."""
    return message


class Darkroom:
    """See the module. ``public_url`` is where platforms reach us; empty where they cannot."""

    def __init__(
        self,
        database: Database,
        channels: Mapping[tuple[str, str], Channel],
        *,
        secret_key: str,
        public_url: str,
        now: Callable[[], datetime],
        new_id: NewId,
        former_keys: Sequence[str] = (),
        beat: Callable[[], None] = lambda: None,
    ) -> None:
        self._database = database
        self._channels = channels
        self._vault = Vault(secret_key, former_keys)
        self._key = derived(secret_key, "photo address")
        self._public_url = public_url.rstrip("/")
        self._now = now
        self._new_id = new_id
        self.beat = beat
        self._resting: dict[PhotoKey, datetime] = {}

    async def run(self) -> None:
        """Look until cancelled."""
        while True:
            self.beat()
            with suppress(StorageError):
                await self.look()
            await asyncio.sleep(LOOK)

    async def look(self) -> int:
        """Fetch what was sent, one after another; how many went on."""
        now = self._now()
        waiting = await self._database.read(photos.to_fetch)
        due = [one for one in waiting if self._resting.get((one.tenant, one.id), now) <= now]
        for one in due:
            await self._take_up(one, now)
            self.beat()
        if due:
            await self._database.announce("outbox")
        return len(due)

    async def exposed(self, message: Outbound, able: Capabilities) -> Outbound:
        """``message`` with the sent picture it speaks of, if that may still be seen."""
        drawing = message.drawing
        if drawing is None or drawing.chart != photographing.SENT or not able.photos:
            return message
        shows = json.loads(drawing.shows)
        key = (str(shows["tenant"]), str(shows["id"]))
        content = await self._opened(key)
        if content is None:
            return replace(message, drawing=None, text=f"{message.text}\n{shows['gone']}".strip())
        photo = Photo(content, drawing.alt, self._address(key), (shows["width"], shows["height"]))
        return replace(message, drawing=None, photo=photo)

    def routes(self) -> Sequence[BaseRoute]:
        """Where a sent picture is seen, by an address nobody can guess."""
        return [Route("/sent/{tenant}/{id}/{proof}.jpg", self._show, name="sent-photo")]

    async def _show(self, request: Request) -> Response:
        given = request.path_params
        key = (given["tenant"], given["id"])
        if not hmac.compare_digest(given["proof"].encode(), self._proof(key).encode()):
            return Response(status_code=404)
        try:
            content = await self._opened(key)
        except StorageError:
            return Response(status_code=503, headers={"Retry-After": "5"})
        if content is None:
            return Response(status_code=404)
        return Response(content, media_type="image/jpeg", headers=_HEADERS)

    async def _opened(self, key: PhotoKey) -> bytes | None:
        now = self._now()
        image = await self._database.read(lambda tx: photos.image(tx, key, now))
        return self._vault.opened(image.sealed) if image else None

    def _address(self, key: PhotoKey) -> str:
        return f"{self._public_url}/sent/{key[0]}/{key[1]}/{self._proof(key)}.jpg"

    def _proof(self, key: PhotoKey) -> str:
        told = hmac.digest(self._key, "\0".join(key).encode(), "sha256")
        return urlsafe_b64encode(told[:18]).decode()

    async def _take_up(self, photo: SentPhoto, now: datetime) -> None:
        try:
            picture = await self._developed(photo)
        except (Rejected, Unreadable) as error:
            log.info("a sent picture cannot be had", photo=photo.id, cause=type(error).__name__)
            await self._write(photo, now, None)
        except SendError as error:
            log.warning("a sent picture cannot be fetched now", photo=photo.id, kind=type(error).__name__)
            self._resting[photo.tenant, photo.id] = now + AGAIN
            if now - photo.created_at > GIVEN_UP:
                await self._write(photo, now, None)
        else:
            await self._write(photo, now, picture)

    async def _developed(self, photo: SentPhoto) -> Developed:
        channel = self._channels.get((photo.channel, photo.account))
        reference = self._vault.opened(photo.reference)
        if channel is None or reference is None:
            raise Rejected("nobody knows any more where it is")
        content = await channel.photo(reference.decode())
        return await asyncio.get_running_loop().run_in_executor(_THREAD, developed, content)

    async def _write(self, photo: SentPhoto, now: datetime, picture: Developed | None) -> None:
        """What became of it, and who hears of that, in one commit; another process may have been first."""
        self._resting.pop((photo.tenant, photo.id), None)
        moment = Moment(now, self._new_id)

        async def work(tx: Tx) -> None:
            effects: list[Effect]
            if picture is None:
                after = photo.model_copy(update={"state": PhotoState.GONE})
                effects = [*photos.moved(photo, after), *await self._told(tx, photo, "photo-lost", moment)]
            else:
                waits = {"state": PhotoState.WAITING, "reference": "", "doubt": picture.doubt}
                after = photo.model_copy(update=waits)
                told = await photographing.told(tx, after, picture.size, moment)
                sealed = self._vault.closed(picture.jpeg)
                effects = [*photos.moved(photo, after), photos.held(after, sealed), *told]
                if after.doubt:
                    effects += await self._told(tx, after, "photo-doubt", moment)
            await carry_out(tx, effects)

        with suppress(Lost):
            await self._database.write(work)

    async def _told(self, tx: Tx, photo: SentPhoto, sentence: str, moment: Moment) -> list[Effect]:
        """Tell whoever sent it, where messages are not counted: there they had their answer."""
        channel = self._channels.get((photo.channel, photo.account))
        if channel is None or not channel.capabilities.plenty:
            return []
        return await photographing.told_sender(tx, photo, sentence, moment)
