"""From a message to Bot API calls: plain text, never a parse mode, link previews off."""

from collections.abc import Awaitable
from dataclasses import replace
from typing import TypeVar

from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    KeyboardButton,
    LinkPreviewOptions,
    ReplyKeyboardMarkup,
)
from telegram.constants import CallbackQueryLimit, MessageLimit
from telegram.error import TelegramError

from bot.channel import Rejected, Sent
from bot.channels.telegram.failures import Refusal, send_error
from bot.drawing import numbered, split, units
from handlers.messages import Outbound

Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | None
Result = TypeVar("Result")

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_TOO_OLD = ("query is too old", "query id is invalid")
_UNCHANGED = ("message is not modified",)
_NOT_EDITABLE = (
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "there is no text in the message",
)


class Writer:
    """Sends through ``bot``. ``place_label`` stands on the key that hands over a position."""

    def __init__(self, bot: Bot, place_label: str) -> None:
        self._bot = bot
        self._place_label = place_label

    async def send(self, chat: str, message: Outbound) -> Sent:
        """See ``Channel.send``.

        A picture or file whose text is longer than a caption goes first, alone. A message
        refused with its buttons is tried once more without, its choices as lines.
        """
        try:
            if message.callback:
                return await self._answer(message)
            return await self._say(_number(chat), message)
        except UnicodeError:
            raise Rejected("the text holds half a character (a lone surrogate)") from None

    async def _say(self, chat: int, message: Outbound) -> Sent:
        if (message.photo or message.file) and units(message.text) > MessageLimit.CAPTION_LENGTH:
            await self._show(chat, replace(message, text="", choices=(), asks_place=False))
            message = replace(message, photo=None, file=None)
        try:
            return await self._draw(chat, message)
        except Rejected:
            if not message.choices and not message.asks_place:
                raise
        return await self._draw(chat, _plain(message))

    async def _answer(self, message: Outbound) -> Sent:
        """Answer a tap; one that is too old to be answered is as good as answered."""
        notice = split(message.text, CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH)[0]
        await self._refused(self._bot.answer_callback_query(message.callback, notice or None), _TOO_OLD)
        return Sent("")

    async def _draw(self, chat: int, message: Outbound) -> Sent:
        if message.edits.isdigit() and not (message.photo or message.file or message.asks_place):
            edited = await self._edit(chat, message)
            if edited:
                return edited
        return await self._show(chat, message)

    async def _edit(self, chat: int, message: Outbound) -> Sent | None:
        """Change the message in place; None when it cannot be changed any more."""
        call = self._bot.edit_message_text(
            message.text,
            chat_id=chat,
            message_id=int(message.edits),
            reply_markup=_buttons(message),
            link_preview_options=_NO_PREVIEW,
        )
        refused = await self._refused(call, _UNCHANGED + _NOT_EDITABLE)
        if refused and refused.says(*_NOT_EDITABLE):
            return None
        return Sent(message.edits)

    async def _show(self, chat: int, message: Outbound) -> Sent:
        markup = self._keys(message) if message.asks_place and chat > 0 else _buttons(message)
        if message.photo:
            picture = InputFile(message.photo.png, filename="picture.png")
            caption = message.text or message.photo.alt
            call = self._bot.send_photo(chat, picture, caption=caption or None, reply_markup=markup)
        elif message.file:
            document = InputFile(message.file.content, filename=_one_line(message.file.name))
            document.mimetype = message.file.mime
            call = self._bot.send_document(chat, document, caption=message.text or None, reply_markup=markup)
        else:
            call = self._bot.send_message(
                chat, message.text, reply_markup=markup, link_preview_options=_NO_PREVIEW
            )
        sent = await called(call)
        return Sent(str(sent.message_id))

    def _keys(self, message: Outbound) -> ReplyKeyboardMarkup:
        """A keyboard with the key for the position; the other keys type their labels."""
        place = KeyboardButton(self._place_label, request_location=True)
        rows = [[KeyboardButton(button.label) for button in row] for row in message.choices]
        return ReplyKeyboardMarkup([[place], *rows], resize_keyboard=True, one_time_keyboard=True)

    async def _refused(self, call: Awaitable[object], harmless: tuple[str, ...]) -> Refusal | None:
        """Make a call; the refusal if it was one of the ``harmless`` ones.

        Raises ``SendError`` for any other failure.
        """
        failure: TelegramError
        try:
            await call
        except Refusal as refusal:
            if refusal.code == 400 and refusal.says(*harmless):
                return refusal
            failure = refusal
        except TelegramError as error:
            failure = error
        else:
            return None
        raise send_error(failure)


async def called(call: Awaitable[Result], *, whole: bool = False) -> Result:
    """The result of a call.

    Raises ``SendError``; ``whole`` says that a 429 is about the account, not one chat.
    """
    try:
        return await call
    except TelegramError as error:
        failure = error
    raise send_error(failure, whole=whole)


def _number(chat: str) -> int:
    try:
        return int(chat)
    except ValueError:
        raise Rejected("a Telegram chat is a number; this one is not") from None


def _one_line(name: str) -> str:
    """A file name without line ends and other control characters, which would end its header."""
    return "".join(letter for letter in name if letter.isprintable()) or "file"


def _buttons(message: Outbound) -> InlineKeyboardMarkup | None:
    rows = [
        [InlineKeyboardButton(button.label, callback_data=button.value) for button in row]
        for row in message.choices
    ]
    return InlineKeyboardMarkup(rows) if rows else None


def _plain(message: Outbound) -> Outbound:
    """Without buttons; the choices as lines where they fit."""
    listed = f"{message.text}\n{numbered(message)}".strip()
    fits = units(listed) <= MessageLimit.MAX_TEXT_LENGTH and not (message.photo or message.file)
    return replace(message, text=listed if fits else message.text, choices=(), asks_place=False)
