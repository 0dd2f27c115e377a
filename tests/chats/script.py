"""What a volunteer does on a day, step by step, and what the screen shows after each step."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.sample import CODE
from locales import words
from tests.chats.chat import Chat

VI = words("vi")
NAME = "Nguyễn Thị Mai Anh"
COUNTS = {"vneid": 6, "online_service": 2}
"""What the steps of ``REPORT`` add up to."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing a person does; afterwards ``shows`` stands in the newest message."""

    verb: Literal["starts", "says", "taps"]
    what: str
    shows: str

    async def do(self, chat: Chat) -> None:
        """Do it."""
        await getattr(chat, self.verb)(self.what)

    async def play(self, chat: Chat) -> None:
        """Do it and see what it shows."""
        await self.do(chat)
        await chat.sees(self.shows)


def taps(key: str, shows: str) -> Step:
    """Tap the button whose label is the words ``key``."""
    return Step("taps", VI(key), shows)


_VNEID, _ONLINE = VI("help-vneid"), VI("help-online-service")

JOIN: Sequence[Step] = (
    Step("starts", CODE, "Bạn có đồng ý không?"),
    taps("join-agree", VI("join-of-age")),
    taps("word-yes", VI("join-chosen-name")),
    Step("says", NAME, VI("join-reminders")),
    taps("join-reminders-no", "Chào Mai Anh"),
)
CHECK_IN: Sequence[Step] = (Step("says", "vào ca", "Đã vào ca lúc"),)
REPORT: Sequence[Step] = (
    Step("says", "báo cáo", VI("report-lines")),
    taps("help-vneid", f"{_VNEID} 1"),
    taps("word-plus-5", f"{_VNEID} 6"),
    taps("help-online-service", f"{_VNEID} 6, {_ONLINE} 1"),
    taps("word-plus-1", f"{_VNEID} 6, {_ONLINE} 2"),
    taps("word-done", VI("report-visits")),
    taps("report-visits-skip", "Mình ghi thế này nhé"),
    taps("word-confirm", f"Đã ghi 8 lượt người dân: {_VNEID} 6, {_ONLINE} 2"),
)
LINE: Sequence[Step] = (
    Step("says", "3 vneid 1 dvc", "Mình ghi thế này nhé"),
    taps("word-confirm", f"Đã ghi 4 lượt người dân: {_VNEID} 3, {_ONLINE} 1"),
)
DIFFICULTY: Sequence[Step] = (
    Step("says", "khó khăn", VI("difficulty-code")),
    taps("difficulty-network", VI("difficulty-severity")),
    taps("severity-cham", VI("difficulty-note")),
    Step("says", "mạng chập chờn từ 9h", "Đã ghi khó khăn"),
)
QUESTION: Sequence[Step] = (Step("says", "quên mật khẩu VNeID thì làm sao?", "Quên mật khẩu"),)
CHECK_OUT: Sequence[Step] = (Step("says", "ra ca", "Đã ra ca"),)

STORY = (*JOIN, *CHECK_IN, *REPORT)
"""A check-in, a report form and a join: what the crash tests play."""
