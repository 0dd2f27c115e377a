"""People at the other end of the real program: on fakes of Telegram and Zalo, in a browser, at a terminal."""

from tests.chats.chat import Chat, Silence, until
from tests.chats.telegram import TelegramChat
from tests.chats.terminal import TerminalChat
from tests.chats.web import WebChat
from tests.chats.zalo import ZaloChat

__all__ = ["Chat", "Silence", "TelegramChat", "TerminalChat", "WebChat", "ZaloChat", "until"]
