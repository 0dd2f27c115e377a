"""What a 429 is about, which Zalo does not say: one chat, or the whole account."""

from dataclasses import dataclass
from datetime import timedelta

from bot.channel import SendError, Throttled, Unreachable

FIRST_PAUSE = 30.0
LONGEST_PAUSE = 300.0
TRIES = 5
"""429s in a row after which a chat is given up, when others are served meanwhile: it is probably one
person more than the plan allows."""


@dataclass(slots=True)
class _Chat:
    """The 429s of a chat since it was last served, and whether another was served since the first."""

    times: int = 0
    alone: bool = False


class Limits:
    """The 429s of one account."""

    def __init__(self) -> None:
        self._chats: dict[str, _Chat] = {}
        self._since_success: set[str] = set()

    def served(self, chat: str) -> None:
        """``chat`` got its message."""
        self._chats.pop(chat, None)
        self._since_success.clear()
        for other in self._chats.values():
            other.alone = True

    def limited(self, chat: str) -> SendError:
        """``chat`` got a 429: what that means. A second chat without a success between says that it is the
        account's, and perhaps that the month is spent."""
        held = self._chats.setdefault(chat, _Chat())
        held.times += 1
        self._since_success.add(chat)
        whole = len(self._since_success) > 1
        if held.times >= TRIES and held.alone and not whole:
            return Unreachable("Zalo takes no message for this chat, and takes others (429)")
        return Throttled(pause_after(held.times), whole=whole)


def pause_after(times: int) -> timedelta:
    """The pause after so many 429s in a row: half a minute, then minutes; Zalo names none."""
    return timedelta(seconds=min(LONGEST_PAUSE, FIRST_PAUSE * 2.0 ** min(max(0, times - 1), 10)))
