"""What can go wrong on the wire, and what it means to the one who sends.

Descriptions are the Bot API server's own words (tdlib/telegram-bot-api, ``Client.cpp``).
"""

import json
import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from telegram.error import NetworkError, TelegramError

from bot.channel import (
    AccountRefused,
    Doubtful,
    Moved,
    NetworkDown,
    Rejected,
    SendError,
    Throttled,
    Unreachable,
)

_GONE_PEOPLE = (
    "chat not found",
    "user not found",
    "user is deactivated",
    "group chat was deactivated",
    "bot was blocked by the user",
    "bot was kicked",
    "peer_id_invalid",
)
_QUOTED = re.compile(r"\"[^\"]*\"")
_UNPLAIN = re.compile(r"[^A-Za-z0-9_ ,.;:'()/-]")
_LONGEST_REASON = 120


class Unsent(NetworkError):
    """No connection: the request has surely not left."""


class Garbled(NetworkError):
    """An answer that is not the Bot API's: a proxy's page, a body that is no JSON."""


class Refusal(TelegramError):
    """The Bot API said no: HTTP status, its description, its response parameters."""

    def __init__(self, code: int, description: str, parameters: Mapping[str, Any] | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters or {}

    def says(self, *phrases: str) -> bool:
        """Whether one of ``phrases`` (lower case) is in the description."""
        description = self.description.lower()
        return any(phrase in description for phrase in phrases)


def refusal(code: int, body: bytes) -> TelegramError:
    """The error behind an answer that is not a success.

    Only the Bot API's own JSON counts as a refusal: the same status on a page of a proxy or a
    censor says nothing about the chat or the token.
    """
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        answer = None
    if not isinstance(answer, dict) or answer.get("ok") is not False or code < 400:
        return Garbled(f"HTTP {code} without the Bot API's JSON")
    parameters = answer.get("parameters")
    return Refusal(
        code, str(answer.get("description", "")), parameters if isinstance(parameters, dict) else None
    )


def send_error(failure: TelegramError, *, whole: bool = False) -> SendError:
    """What ``failure`` means to the sender; ``whole`` says that a 429 is about the whole account."""
    if isinstance(failure, Refusal):
        return _refused(failure, whole)
    if isinstance(failure, Unsent | Garbled):
        return NetworkDown(str(failure))
    return Doubtful(str(failure))


def _refused(refusal: Refusal, whole: bool) -> SendError:
    moved = refusal.parameters.get("migrate_to_chat_id")
    if moved:
        return Moved(str(moved))
    if refusal.code == 429:
        return Throttled(pause_asked(refusal), whole=whole)
    if refusal.code in (401, 404):
        return AccountRefused(f"Telegram refuses the account's token ({refusal.code})")
    if refusal.code >= 500:
        return NetworkDown(f"Telegram answers {refusal.code}")
    if refusal.code == 403 or refusal.says(*_GONE_PEOPLE):
        return Unreachable(reason(refusal))
    return Rejected(reason(refusal))


def pause_asked(refusal: Refusal) -> timedelta:
    """The pause a 429 asks for, at least a second."""
    seconds = refusal.parameters.get("retry_after")
    return timedelta(seconds=max(1, seconds if isinstance(seconds, int) else 1))


def reason(refusal: Refusal) -> str:
    """The description for a log: plain letters only, nothing quoted, short, so that no text of a
    person can ride along."""
    plain = _UNPLAIN.sub("?", _QUOTED.sub("…", refusal.description))
    return f"{refusal.code} {plain[:_LONGEST_REASON]}"
