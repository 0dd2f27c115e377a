"""From a message to Bot API calls: plain text, never a parse mode, link previews off."""

from collections.abc import Awaitable
from dataclasses import replace
from typing import Any, TypeVar

from telegram import Bot, InputFile
from telegram.constants import CallbackQueryLimit, MessageLimit
from telegram.error import TelegramError

from bot.channel import Rejected, Sent
from bot.channels.telegram.failures import Refusal, send_error
from bot.channels.telegram.wire import Wire
from bot.drawing import numbered, split, units
from handlers.messages import Outbound

Json = dict[str, Any]
Result = TypeVar("Result")

_NO_PREVIEW = {"is_disabled": True}
_TOO_OLD = ("query is too old", "query id is invalid")
_UNCHANGED = ("message is not modified",)
_NOT_EDITABLE = (
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "there is no text in the message",
)


class Writer:
    """Sends texts through ``wire``, pictures and files through ``bot``. ``place_label`` stands on the key
    that hands over a position."""

    def __init__(self, wire: Wire, bot: Bot, place_label: str) -> None:
        self._wire = wire
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
        answer = {"callback_query_id": message.callback, **({"text": notice} if notice else {})}
        await self._refused(self._wire.call("answerCallbackQuery", answer), _TOO_OLD)
        return Sent("")

    async def _draw(self, chat: int, message: Outbound) -> Sent:
        if message.edits.isdigit() and not (message.photo or message.file or message.asks_place):
            edited = await self._edit(chat, message)
            if edited:
                return edited
        return await self._show(chat, message)

    async def _edit(self, chat: int, message: Outbound) -> Sent | None:
        """Change the message in place; None when it cannot be changed any more."""
        edit = {"chat_id": chat, "message_id": int(message.edits), **_text(message), **_buttons(message)}
        refused = await self._refused(self._wire.call("editMessageText", edit), _UNCHANGED + _NOT_EDITABLE)
        if refused and refused.says(*_NOT_EDITABLE):
            return None
        return Sent(message.edits)

    async def _show(self, chat: int, message: Outbound) -> Sent:
        keys = self._keys(message) if message.asks_place and chat > 0 else _buttons(message)
        if not message.photo and not message.file:
            text = {"chat_id": chat, **_text(message), **keys}
            return Sent(str((await called(self._wire.call("sendMessage", text)))["message_id"]))
        if message.photo:
            ending = "jpg" if message.photo.address else "png"
            picture = InputFile(message.photo.png, filename=f"picture.{ending}")
            caption = message.text or split(message.photo.alt, MessageLimit.CAPTION_LENGTH)[0]
            call = self._bot.send_photo(chat, picture, caption=caption or None, api_kwargs=keys)
        elif message.file:
            document = InputFile(message.file.content, filename=_one_line(message.file.name))
            document.mimetype = message.file.mime
            call = self._bot.send_document(chat, document, caption=message.text or None, api_kwargs=keys)
        return Sent(str((await called(call)).message_id))

    def _keys(self, message: Outbound) -> Json:
        """A keyboard with the key for the position; the other keys type their labels."""
        place = {"text": self._place_label, "request_location": True}
        rows = [[{"text": button.label} for button in row] for row in message.choices]
        keyboard = {"keyboard": [[place], *rows], "resize_keyboard": True, "one_time_keyboard": True}
        return {"reply_markup": keyboard}

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


def _text(message: Outbound) -> Json:
    return {"text": message.text, "link_preview_options": _NO_PREVIEW}


def _buttons(message: Outbound) -> Json:
    rows = [
        [{"text": button.label, "callback_data": button.value} for button in row] for row in message.choices
    ]
    return {"reply_markup": {"inline_keyboard": rows}} if rows else {}


def _plain(message: Outbound) -> Outbound:
    """Without buttons; the choices as lines where they fit."""
    listed = f"{message.text}\n{numbered(message)}".strip()
    fits = units(listed) <= MessageLimit.MAX_TEXT_LENGTH and not (message.photo or message.file)
    return replace(message, text=listed if fits else message.text, choices=(), asks_place=False)
