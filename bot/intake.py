"""Where raw updates come ashore: masked, committed, and only then "received"."""

import hashlib
import hmac
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.channel import Channel, NewId, Raw
from bot.gathering import Gathering
from bot.half_said import HalfSaid
from bot.sealing import Beginnings, Seal, Vault
from bot.tokens import Tokens
from handlers.privacy_filter import mask
from handlers.privacy_filter.halves import Joined
from handlers.privacy_filter.shadow import HIDDEN
from storage import inbox
from storage.database import Database
from storage.queries import Tx
from storage.records.person import contact_key
from storage.unit_file import by_code

SEALED_PHOTO = "sealed_photo"
"""Where a stored update carries the place of its picture, sealed."""
SEALED_BEGUN = "sealed_begun"
"""Where a stored update carries, sealed, what messages before it said of the number that it ends."""
_POSITION = frozenset({"latitude", "longitude", "horizontal_accuracy", "accuracy"})


class DurableIntake:
    """Stores updates of every channel in the inbox and announces them to the worker that handles them."""

    def __init__(
        self, database: Database, *, secret_key: str, now: Callable[[], datetime], new_id: NewId
    ) -> None:
        self._database = database
        self._seal = Seal(secret_key, now)
        self._vault = Vault(secret_key)
        self._beginnings = Beginnings(secret_key)
        self._half_said = HalfSaid(by_code().keys())
        self._tokens = Tokens(secret_key)
        self._key = hashlib.sha256(b"inbox:" + secret_key.encode()).digest()
        self._now = now
        self._new_id = new_id
        self._gathering = Gathering()

    async def store(self, channel: Channel, updates: Sequence[Raw]) -> None:
        """See ``Intake.store``: returns only after the commit; raises StorageError otherwise."""
        arrivals = [self._arrival(channel, raw) for raw in updates]

        async def work(tx: Tx) -> None:
            await inbox.store(tx, arrivals)

        if arrivals:
            await self._gathering.turn()
            await self._database.write(work)
            await self._database.announce("inbox")

    def _arrival(self, channel: Channel, raw: Raw) -> inbox.Arrival:
        envelope = channel.envelope(raw)
        contact = contact_key(channel.name, channel.account, envelope.sender or envelope.chat)
        now = self._now()
        half = self._half_said.heard(contact, envelope.update_key, envelope.said, now)
        masked = channel.masked(raw, self._hiding(envelope.said, half) if half else self._masked)
        bare = _placeless(masked)
        same_each_time = _written(bare)  # a position is sealed anew whenever it comes
        body = self._with_position(bare, masked, channel.capabilities.place_path)
        if envelope.photo:
            body = {**body, SEALED_PHOTO: self._vault.closed(envelope.photo.encode(errors="replace"))}
        if half:
            body = {**body, SEALED_BEGUN: self._beginnings.closed([_mask(part) for part in half.began])}
        return inbox.Arrival(
            id=self._new_id(),
            channel=channel.name,
            account=channel.account,
            update_key=envelope.update_key,
            contact_key=contact,
            body=_written(body) if body is not bare else same_each_time,
            fingerprint=hmac.digest(self._key, same_each_time.encode(), "sha256").hex(),
            received_at=now,
        )

    def _with_position(self, bare: Any, masked: Any, path: Sequence[str]) -> Any:
        """``bare`` with the position that ``masked`` has at ``path`` back in it, sealed; others stay out."""
        if not path or not isinstance(masked, Mapping) or not isinstance(masked.get(path[0]), Mapping):
            return bare
        inner, rest = path[0], path[1:]
        if rest:
            return {**bare, inner: self._with_position(bare[inner], masked[inner], rest)}
        return {**bare, inner: {"sealed": self._seal.closed(masked[inner])}}

    def _masked(self, text: str) -> str:
        return self._tokens.masked(text, _mask)

    def _hiding(self, said: str, half: Joined) -> Callable[[str], str]:
        """Masks, and hides in what was ``said`` the rest of a number that began before."""
        rest = HIDDEN * (half.end - half.start)
        hidden = said[: half.start] + rest + said[half.end :]
        return lambda text: self._masked(hidden if text == said else text)


_written = json.JSONEncoder(separators=(",", ":")).encode


def _placeless(value: Any) -> Any:
    """``value`` with every position taken out."""
    if isinstance(value, dict):
        return {key: 0 if key in _POSITION else _placeless(part) for key, part in value.items()}
    return [_placeless(part) for part in value] if isinstance(value, list) else value


def _mask(text: str) -> str:
    return mask(text).text
