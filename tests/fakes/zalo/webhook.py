"""Delivery to the bot's webhook: a flat or a wrapped body, a few tries, no promise of order."""

import asyncio
import json
import random
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import urlsplit

import aiohttp

from tests.fakes.zalo.ledger import Delivery, Ledger

Json = Mapping[str, Any]
PAUSES = (1.0, 5.0, 30.0)
"""Seconds before each further try: nobody has measured the real ones."""
HEADER = "X-Bot-Api-Secret-Token"


@dataclass(slots=True)
class Manner:
    """How updates are delivered. ``wrapper`` is one of the two bodies seen, or either by chance;
    ``twice`` is the chance that one comes again; ``late`` the most seconds one is held back."""

    wrapper: Literal["flat", "wrapped", "either"] = "either"
    twice: float = 0.0
    late: float = 0.0


class Webhook:
    """Hands updates to the address it ``leads_to`` until closed."""

    def __init__(self, *, ledger: Ledger, rng: random.Random, scale: float) -> None:
        self.url = self.secret = self._behind = ""
        self._ledger = ledger
        self._rng = rng
        self._scale = scale
        self._session = aiohttp.ClientSession(headers={"User-Agent": "Java/17.0.9"})
        self._flights: set[asyncio.Task[None]] = set()

    def leads_to(self, url: str, secret: str, proxy: str) -> None:
        """Deliver to ``url`` from now on; ``proxy`` stands on loopback for the public address."""
        self.url, self.secret = url, secret
        self._behind = proxy + urlsplit(url).path if proxy else url

    def deliver(self, update: Json, manner: Manner) -> None:
        """Hand over ``update``, perhaps twice."""
        for _ in range(2 if self._rng.random() < manner.twice else 1):
            wrapped = manner.wrapper == "wrapped" or (manner.wrapper == "either" and self._rng.random() < 0.5)
            body = {"ok": True, "result": update} if wrapped else update
            flight = asyncio.create_task(self._fly(body, update, self._rng.uniform(0, manner.late)))
            self._flights.add(flight)
            flight.add_done_callback(self._flights.discard)

    async def _fly(self, body: Json, update: Json, late: float) -> None:
        name = str(update.get("message", {}).get("message_id", ""))
        await asyncio.sleep(late)
        written = json.dumps(body, ensure_ascii=False).encode()
        for attempt, pause in enumerate((0.0, *PAUSES), start=1):
            await asyncio.sleep(pause * self._scale)
            status = await self._post(written, {HEADER: self.secret, "Content-Type": "application/json"})
            self._ledger.deliveries.append(Delivery(name, attempt, status, time.monotonic(), len(written)))
            if 200 <= status < 300:
                self._ledger.taken.setdefault(name, time.monotonic())
                return
        self._ledger.lost.append(name)

    async def probe(self) -> Json:
        """Try the address with an empty body and nothing else; what ``setWebhook`` says of it."""
        host = urlsplit(self.url).hostname or ""
        if host in ("localhost", "127.0.0.1"):
            return {"ok": False, "outcome": "webhook.err.blocked", "hint": "use a public address"}
        status = await self._post(b"", {})
        good = 200 <= status < 300
        outcome = "webhook.ok" if good else f"webhook.http.{status}" if status else "webhook.err.conn"
        return {"ok": good, "status_code": status, "outcome": outcome, "latency_ms": 5, "hint": ""}

    async def _post(self, body: bytes, headers: Mapping[str, str]) -> int:
        try:
            async with self._session.post(
                self._behind, data=body, headers=headers, skip_auto_headers=["Content-Type"],
                timeout=aiohttp.ClientTimeout(total=20),
            ) as answer:  # fmt: skip
                await answer.read()
                return answer.status
        except (aiohttp.ClientError, TimeoutError, OSError):
            return 0

    async def fetch(self, address: str) -> bytes:
        """A picture by its address; empty when it is not there."""
        where = address
        if self._behind:
            parts = urlsplit(self._behind)
            where = f"{parts.scheme}://{parts.netloc}{urlsplit(address).path}"
        try:
            async with self._session.get(where, timeout=aiohttp.ClientTimeout(total=20)) as answer:
                image = answer.status == 200 and answer.content_type.startswith("image/")
                return await answer.read() if image else b""
        except (aiohttp.ClientError, TimeoutError, OSError):
            return b""

    async def close(self) -> None:
        """Stop delivering."""
        for flight in self._flights:
            flight.cancel()
        await asyncio.gather(*self._flights, return_exceptions=True)
        await self._session.close()
