"""What an operator sees: logs without secrets, signs of life, and figures."""

import logging
import re
import sys
from collections.abc import Callable, MutableMapping
from typing import Any

import structlog
from prometheus_client import CollectorRegistry, Gauge, generate_latest

_SECRETS = re.compile(
    r"\b\d{6,22}:[A-Za-z0-9_-]{20,}|(?<=/bot)\d+:[^/\s]+|(?<=[?&]k=)[A-Za-z0-9_-]+"
    r"|(?:(?<=/ma-khoa/)|(?<=/du-lieu/)|(?<=/tep/)|(?<=/pictures/))[A-Za-z0-9_-]+|(?<=/sent/)[^\s\"']+"
)
"""Tokens of bots, and what stands in our own addresses in the place of a password."""
_PEOPLES = re.compile(
    r"(?<![\w.:-])(?:(?:\+84|0)[35789]\d{8}|0\d{11})(?![\w-])|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"
)
"""Telephone and identity numbers and addresses of mail that stand by themselves; ids have other shapes."""
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
"""What would begin a line of its own, or move the cursor of whoever reads."""
_LOUD = ("httpx", "httpcore", "telegram", "asyncio", "apscheduler", "uvicorn", "aiosqlite", "alembic")


def redacted(text: str) -> str:
    """``text`` with every secret hidden, also inside addresses, and every number of a person."""
    return _PEOPLES.sub("<private>", _SECRETS.sub("<token>", text))


def _redact(_: object, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    return {key: redacted(value) if isinstance(value, str) else value for key, value in event.items()}


class _Redacting(logging.Formatter):
    """Third-party loggers, tracebacks included, behind the same filter."""

    def format(self, record: logging.LogRecord) -> str:
        return _UNSEEN.sub(lambda found: repr(found[0])[1:-1], redacted(super().format(record)))


def set_up_logs(level: str) -> None:
    """One line an event on stderr: readable on a terminal, JSON elsewhere."""
    numeric = logging.getLevelName(level)
    terminal = sys.stderr.isatty()
    render: Any = structlog.dev.ConsoleRenderer() if terminal else structlog.processors.JSONRenderer()
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            _redact,
            render,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(numeric),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Redacting("%(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=numeric, handlers=[handler], force=True)
    for name in _LOUD:
        logging.getLogger(name).setLevel(logging.WARNING)


class Vitals:
    """When each part of the program was last seen working, by a monotonic clock."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._seen: dict[str, tuple[float, float]] = {}
        self._ill: dict[str, bool] = {}

    def watch(self, part: str, limit: float) -> Callable[[], None]:
        """Expect ``part`` to be seen every ``limit`` seconds; the returned function is its heartbeat."""

        def beat() -> None:
            self._seen[part] = (self._monotonic(), limit)

        beat()
        return beat

    def sign(self, part: str) -> Callable[[bool], None]:
        """A part that says itself whether it is ill; a restart is no cure for it."""

        def say(ill: bool) -> None:
            self._ill[part] = ill

        return say

    def ill(self) -> list[str]:
        """Every part that is silent or says it is ill: what makes health bad."""
        return sorted({*self.silent(), *(part for part, ill in self._ill.items() if ill)})

    def silent(self, *, grace: float = 0.0) -> list[str]:
        """The parts that have not been seen for longer than their limit and ``grace`` seconds more."""
        now = self._monotonic()
        return sorted(part for part, (at, limit) in self._seen.items() if now - at > limit + grace)


class Figures:
    """The figures of ``/metrics``, set when they are asked for."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self.inbox = Gauge("aoxanh_inbox_rows", "Updates by state", ["state"], registry=self._registry)
        self.outbox = Gauge(
            "aoxanh_outbox_rows",
            "Messages by channel, account and state",
            ["channel", "account", "state"],
            registry=self._registry,
        )
        self.silent = Gauge(
            "aoxanh_silent_parts", "Parts of the program that stopped", registry=self._registry
        )

    def text(self) -> bytes:
        """The figures in Prometheus' text format."""
        return generate_latest(self._registry)
