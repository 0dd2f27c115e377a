"""What can go wrong on the wire, and what it means to the one who sends.

Codes are those of Zalo's own table: 400 and 404 this message, 401 the token, 403 and 5xx a fault of
theirs (sic: 403 is "internal server error"), 408 no answer in time, 429 the quota.
"""

import re

from bot.channel import AccountRefused, Doubtful, NetworkDown, Rejected, SendError

_UNPLAIN = re.compile(r"[^A-Za-z0-9_ ,.;:'()/-]")
_NUMBER = re.compile(r"\d{7,}")
_LONGEST_REASON = 120


class ZaloFailure(Exception):
    """A call that did not succeed. The text never holds an address, so never the token."""


class Unsent(ZaloFailure):
    """No connection: the request has surely not left."""


class Unanswered(ZaloFailure):
    """The request left; what became of it is unknown."""


class Garbled(ZaloFailure):
    """An answer that is not Zalo's: a proxy's page, a body that is no JSON."""


class Refusal(ZaloFailure):
    """Zalo said no: its code, whatever the HTTP status was, and its description."""

    def __init__(self, code: int, description: str) -> None:
        super().__init__(f"{code} {_plain(description)}")
        self.code = code


def send_error(failure: ZaloFailure) -> SendError:
    """What ``failure`` means to the sender; what a 429 is about only ``Limits`` knows."""
    if isinstance(failure, Refusal):
        return _refused(failure)
    if isinstance(failure, Unanswered):
        return Doubtful(str(failure))
    return NetworkDown(str(failure))


def _refused(refusal: Refusal) -> SendError:
    if refusal.code == 401:
        return AccountRefused("Zalo refuses the account's token (401)")
    if refusal.code == 408:
        return Doubtful("Zalo gave no answer in time (408)")
    if refusal.code == 403 or refusal.code >= 500:
        return NetworkDown(f"Zalo answers {refusal}")
    return Rejected(str(refusal))


def _plain(description: str) -> str:
    """The description for a log: plain letters only, no long number, short, so that no text of a person
    can ride along."""
    return _UNPLAIN.sub("?", _NUMBER.sub("…", description))[:_LONGEST_REASON]
