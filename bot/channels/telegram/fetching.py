"""Fetches what a person sent: Telegram names a file for an hour, and gives it by that name."""

from telegram.error import TelegramError

from bot.channel import Rejected
from bot.channels.telegram.failures import send_error
from bot.channels.telegram.wire import Wire

MOST = 20 * 1024 * 1024
"""Bytes: the Bot API itself gives no more."""


async def fetched(wire: Wire, file_id: str) -> bytes:
    """The file. Raises ``SendError``: ``Rejected`` when it is not to be had."""
    try:
        told = await wire.call("getFile", {"file_id": file_id})
        path = told.get("file_path") if isinstance(told, dict) else None
        # A server of one's own may name a file on its own disk: that is not for us.
        if not isinstance(path, str) or path.startswith("/") or ".." in path:
            raise Rejected("Telegram names no file")
        return await wire.download(path, MOST)
    except TelegramError as error:
        raise send_error(error) from None
