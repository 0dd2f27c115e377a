"""What is sealed: positions between the intake and the one turn that may look at them, for a day at most, and
pictures that people send."""

import json
import math
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from cryptography.fernet import InvalidToken

from bot.keys import fernet
from handlers.messages import Place

PHOTOS = "photo"
"""What the key of pictures is derived for."""
BEGUN = "begun"
"""What the key of numbers is derived for that began in a message before."""
LASTS = timedelta(days=1)
"""How long a sealed position can be opened; a row that waits longer has lost it."""


class Seal:
    """Seals with a key derived from ``secret_key``, so that a copy of the database tells no position;
    ``former`` keys only open."""

    def __init__(self, secret_key: str, now: Callable[[], datetime], former: Sequence[str] = ()) -> None:
        self._fernet = fernet("position", secret_key, former)
        self._now = now

    def closed(self, raw: Mapping[str, Any]) -> str:
        """The position in ``raw`` (latitude, longitude, and an accuracy under either of its names), sealed;
        empty when it is none."""
        place = _read(raw)
        if place is None:
            return ""
        told = json.dumps([place.latitude, place.longitude, place.accuracy]).encode()
        return self._fernet.encrypt_at_time(told, int(self._now().timestamp())).decode()

    def opened(self, sealed: str) -> Place | None:
        """The position; None when it was sealed with another key, tampered with, or too long ago."""
        try:
            told = self._fernet.decrypt_at_time(
                sealed, int(LASTS.total_seconds()), int(self._now().timestamp())
            )
        except InvalidToken:
            return None
        return Place(*json.loads(told))


class Vault:
    """Keeps pictures, and where they are, so that a copy of the database shows none; how long they are kept
    is for their rows to say. ``former`` keys only open."""

    def __init__(self, secret_key: str, former: Sequence[str] = ()) -> None:
        self._fernet = fernet(PHOTOS, secret_key, former)

    def closed(self, content: bytes) -> str:
        """``content``, sealed."""
        return self._fernet.encrypt(content).decode()

    def opened(self, sealed: str) -> bytes | None:
        """What was sealed; None when that was with another key, or it was tampered with."""
        try:
            return self._fernet.decrypt(sealed)
        except InvalidToken:
            return None


class Beginnings:
    """Seals what was said of a number before the message that ends it, for the one turn that takes it out
    of what was written down. ``former`` keys only open."""

    def __init__(self, secret_key: str, former: Sequence[str] = ()) -> None:
        self._fernet = fernet(BEGUN, secret_key, former)

    def closed(self, parts: Sequence[str]) -> str:
        """``parts``, sealed."""
        return self._fernet.encrypt(json.dumps(parts).encode()).decode()

    def opened(self, sealed: str) -> tuple[str, ...]:
        """The parts; none when they were sealed with another key, or tampered with."""
        try:
            return tuple(json.loads(self._fernet.decrypt(sealed)))
        except InvalidToken:
            return ()


def _read(raw: Mapping[str, Any]) -> Place | None:
    """A position on the globe with finite numbers; None for anything else."""
    accuracy = raw.get("horizontal_accuracy", raw.get("accuracy", 0))
    numbers = [raw.get("latitude"), raw.get("longitude"), accuracy]
    found = [float(one) for one in numbers if isinstance(one, int | float) and not isinstance(one, bool)]
    if len(found) < len(numbers) or not all(map(math.isfinite, found)):
        return None
    latitude, longitude, accuracy = found
    return (
        Place(latitude, longitude, max(0.0, accuracy))
        if abs(latitude) <= 90 and abs(longitude) <= 180
        else None
    )
