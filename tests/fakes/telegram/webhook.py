"""Delivery to the bot's webhook: one line per chat and per tapping person, retried until a 2xx."""

import asyncio
import json
import random
from collections import defaultdict, deque
from collections.abc import Callable
from urllib.parse import urlsplit

import aiohttp

from tests.fakes.telegram.ledger import Delivery, Ledger
from tests.fakes.telegram.queue import Event, UpdateQueue

LONGEST_RETRY_AFTER = 3600
GONE_FOR = 23 * 3600.0
SLOWEST_RETRY = 60.0


class Webhook:
    """Hands events of ``queue`` to ``url`` until closed.

    ``scale`` shortens every pause and the life of a 410; ``answer_timeout`` is real seconds.
    ``proxy`` is where the proxy that ends TLS for ``url`` passes requests on to, if there is one.
    """

    def __init__(
        self,
        url: str,
        secret: str,
        *,
        queue: UpdateQueue,
        ledger: Ledger,
        rng: random.Random,
        now: Callable[[], float],
        monotonic: Callable[[], float],
        max_connections: int = 40,
        scale: float = 1.0,
        answer_timeout: float = 60.0,
        proxy: str = "",
    ) -> None:
        self.url = url
        self._behind = proxy + urlsplit(url).path if proxy else url
        self.max_connections = max_connections
        self.last_error = ""
        self.last_error_at = 0.0
        self._secret = secret
        self._queue = queue
        self._ledger = ledger
        self._rng = rng
        self._now = now
        self._monotonic = monotonic
        self._scale = scale
        self._free = asyncio.Semaphore(max_connections)
        self._timeout = aiohttp.ClientTimeout(total=answer_timeout)
        self._session = aiohttp.ClientSession(auto_decompress=False)
        self._lines: dict[str, deque[Event]] = defaultdict(deque)
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._gone_since: float | None = None
        self.gone = False

    def enqueue(self, event: Event) -> None:
        """Put ``event`` at the end of its line and see that the line moves."""
        self._lines[event.line].append(event)
        if event.line not in self._tasks:
            self._tasks[event.line] = asyncio.create_task(self._drain(event.line))

    async def close(self) -> None:
        """Stop delivering; what was not confirmed stays in the queue."""
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._session.close()

    async def _drain(self, line: str) -> None:
        waiting = self._lines[line]
        try:
            while waiting and not self.gone:
                await self._deliver(waiting.popleft())
        finally:
            del self._tasks[line]
            if not waiting:
                del self._lines[line]

    async def _deliver(self, event: Event) -> None:
        """First again at once, then after 2, 4, 8 … up to 60–120 s, or as ``Retry-After`` says."""
        delay, attempt = 1.0, 0
        while not self.gone:
            attempt += 1
            async with self._free:
                status, retry_after = await self._post(event, attempt)
            if 200 <= status < 300:
                self._queue.confirm(event)
                return
            pause = float(retry_after)
            if not retry_after and attempt > 1:
                pause = delay = min(self._rng.uniform(SLOWEST_RETRY, 2 * SLOWEST_RETRY), delay * 2)
            if self._now() + pause > event.expires_at:
                self._queue.drop(event)
                return
            await asyncio.sleep(pause * self._scale)

    async def _post(self, event: Event, attempt: int) -> tuple[int, int]:
        body = json.dumps(event.body, ensure_ascii=False).encode("utf-8", "surrogatepass")
        headers = {"Content-Type": "application/json"}
        if self._secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self._secret
        try:
            async with self._session.post(
                self._behind, data=body, headers=headers, allow_redirects=False, timeout=self._timeout
            ) as answer:
                status, content = answer.status, await answer.read()
                after = answer.headers.get("Retry-After", "")
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            status, content, after = 0, b"", ""
            self._failed(type(error).__name__)
        self._ledger.deliveries.append(
            Delivery(event.update_id, event.line, attempt, status, self._monotonic(), len(body))
        )
        self._judge(status, content)
        return status, min(int(after), LONGEST_RETRY_AFTER) if after.isdigit() else 0

    def _judge(self, status: int, content: bytes) -> None:
        """Notice answers that would be run as a call, errors, and a 410 that lasts."""
        if 200 <= status < 300:
            self._gone_since = None
            self._ledger.hook_method_reply += _names_a_method(content)
            return
        if status:
            self._failed(f"Wrong response from the webhook: {status}")
        if status != 410:
            self._gone_since = None
        elif self._gone_since is None:
            self._gone_since = self._monotonic()
        elif self._monotonic() > self._gone_since + GONE_FOR * self._scale:
            self.gone = True

    def _failed(self, reason: str) -> None:
        self.last_error, self.last_error_at = reason, self._now()


def _names_a_method(content: bytes) -> bool:
    """Whether the body, read as JSON or as a form, has a ``method``."""
    if content.startswith(b"method=") or b"&method=" in content:
        return True
    try:
        answer = json.loads(content)
    except ValueError:
        return False
    return isinstance(answer, dict) and bool(answer.get("method"))
