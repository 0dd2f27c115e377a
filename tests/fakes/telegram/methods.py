"""The Bot API methods the fake knows, with the checks the real server makes."""

import re
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from tests.fakes.rules import Refusal
from tests.fakes.telegram import payloads
from tests.fakes.telegram.account import KINDS, Account
from tests.fakes.telegram.ledger import Call, Upload
from tests.fakes.telegram.long_poll import HOOKED
from tests.fakes.telegram.queue import TAP_LIFE
from tests.fakes.telegram.shown import Shown

Json = dict[str, Any]
Method = Callable[[Account, Call], Awaitable[Any]]

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LONGEST_NOTICE = 200
LONGEST_DATA = 64
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"
SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")


def _text(call: Call, name: str, longest: int, too_long: str) -> str:
    """A text parameter within its length; counts requests to parse it.

    Raises:
        Refusal: too long, or not UTF-8.
    """
    text = call.params.get(name, "")
    if not isinstance(text, str):
        raise Refusal(400, f"Bad Request: {name} must be a String")
    _check_encoding(text)
    if payloads.utf16_length(text) > longest:
        raise Refusal(400, f"Bad Request: {too_long}")
    return text


def _check_encoding(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise Refusal(400, "Bad Request: strings must be encoded in UTF-8") from None


def _check_button(button: Mapping[str, Any]) -> None:
    if not button.get("text"):
        raise Refusal(400, 'Bad Request: can\'t parse inline keyboard button: Field "text" must be non-empty')
    _check_encoding(str(button["text"]))
    data = button.get("callback_data")
    if data is None and not button.get("url") and not button.get("copy_text"):
        why = "Text buttons are unallowed in the inline keyboard"
        raise Refusal(400, f"Bad Request: can't parse inline keyboard button: {why}")
    if data is not None and not 1 <= len(str(data).encode()) <= LONGEST_DATA:
        raise Refusal(400, "Bad Request: BUTTON_DATA_INVALID")


def _markup(call: Call) -> Mapping[str, Any]:
    """The keyboard of a message, checked.

    Raises:
        Refusal: not an object, a button without text or action, data of more than 64 bytes.
    """
    markup = call.params.get("reply_markup") or {}
    if not isinstance(markup, dict):
        raise Refusal(400, "Bad Request: object expected as reply markup")
    buttons = [button for row in markup.get("inline_keyboard", []) for button in row]
    for button in buttons:
        _check_button(button)
    if len(buttons) > 100:
        raise Refusal(400, "Bad Request: reply markup is too long")
    return markup


def _chat(account: Account, call: Call) -> int:
    if call.chat is None:
        raise Refusal(400, "Bad Request: chat_id is empty")
    account.admit(call.chat)
    return call.chat


def _show(
    account: Account, call: Call, text: str, photo: Upload | None = None, document: Upload | None = None
) -> Json:
    chat, markup = _chat(account, call), _markup(call)
    if (
        "keyboard" in markup
        and chat < 0
        and any(_asks_place(key) for row in markup["keyboard"] for key in row)
    ):
        raise Refusal(400, "Bad Request: location can be requested in private chats only")
    shown = Shown(
        chat, account.next_message_id(), text, time.monotonic(), account.date(), markup, photo, document
    )
    account.show(shown)
    return payloads.bots_message(shown, account.bot, account.chat(chat))


def _asks_place(key: Any) -> bool:
    return isinstance(key, dict) and bool(key.get("request_location"))


async def send_message(account: Account, call: Call) -> Json:
    """``sendMessage``."""
    text = _text(call, "text", LONGEST_TEXT, "message is too long")
    if not text.strip():
        raise Refusal(400, "Bad Request: message text is empty")
    return _show(account, call, text)


async def send_photo(account: Account, call: Call) -> Json:
    """``sendPhoto`` of an uploaded picture."""
    caption = _text(call, "caption", LONGEST_CAPTION, "message caption is too long")
    photo = call.files.get("photo")
    if photo is None:
        raise Refusal(400, "Bad Request: there is no photo in the request")
    return _show(account, call, caption, photo=photo)


async def send_document(account: Account, call: Call) -> Json:
    """``sendDocument`` of an uploaded file."""
    caption = _text(call, "caption", LONGEST_CAPTION, "message caption is too long")
    document = call.files.get("document")
    if document is None or not document.content:
        raise Refusal(400, "Bad Request: file must be non-empty")
    return _show(account, call, caption, document=document)


async def edit_message_text(account: Account, call: Call) -> Json:
    """``editMessageText`` of a message of the bot."""
    text = _text(call, "text", LONGEST_TEXT, "MESSAGE_TOO_LONG")
    chat, markup = _chat(account, call), _markup(call)
    shown = account.message(chat, call.params.get("message_id", 0))
    if shown is None:
        raise Refusal(400, "Bad Request: message to edit not found")
    if shown.photo or shown.document:
        raise Refusal(400, "Bad Request: there is no text in the message to edit")
    if not text.strip():
        raise Refusal(400, "Bad Request: message text is empty")
    if "keyboard" in markup:
        raise Refusal(400, "Bad Request: inline keyboard expected")
    if (shown.text, dict(shown.markup)) == (text, dict(markup)):
        raise Refusal(400, NOT_MODIFIED)
    shown.text, shown.markup = text, markup
    shown.edits += 1
    account.announce()
    return payloads.bots_message(shown, account.bot, account.chat(chat))


async def delete_message(account: Account, call: Call) -> bool:
    """``deleteMessage``; a person's message counts as deleted without being kept here."""
    shown = account.message(_chat(account, call), call.params.get("message_id", 0))
    if shown:
        shown.deleted = True
    return True


async def answer_callback_query(account: Account, call: Call) -> bool:
    """``answerCallbackQuery``: once, and only while the tap lives."""
    text = _text(call, "text", LONGEST_NOTICE, "MESSAGE_TOO_LONG")
    person = account.tapper(str(call.params.get("callback_query_id", "")), TAP_LIFE)
    if person is None:
        raise Refusal(400, TOO_OLD)
    person.notices.append(text)
    account.announce()
    return True


async def get_updates(account: Account, call: Call) -> list[Json]:
    """``getUpdates``."""
    if account.webhook:
        await account.long_poll.conflict(HOOKED)
    _allow(account, call)
    params = call.params
    return await account.long_poll.updates(
        params.get("offset", 0), params.get("limit", 100), params.get("timeout", 0)
    )


def _allow(account: Account, call: Call) -> None:
    """Remember ``allowed_updates``; without it the last setting stays, an empty list is the default."""
    if (allowed := call.params.get("allowed_updates")) is not None:
        account.allowed = tuple(allowed) or KINDS


async def set_webhook(account: Account, call: Call) -> bool:
    """``setWebhook``; plain HTTP is taken, since everything is on loopback."""
    url, secret = str(call.params.get("url", "")), str(call.params.get("secret_token", ""))
    if url and not url.startswith(("http://", "https://")):
        raise Refusal(400, "Bad Request: invalid webhook URL specified")
    if not SECRET.fullmatch(secret):
        raise Refusal(400, "Bad Request: secret token contains unallowed characters")
    if call.params.get("drop_pending_updates"):
        account.queue.clear()
    _allow(account, call)
    await account.set_webhook(url, secret, int(call.params.get("max_connections", 40)))
    return True


async def delete_webhook(account: Account, call: Call) -> bool:
    """``deleteWebhook``."""
    if call.params.get("drop_pending_updates"):
        account.queue.clear()
    await account.set_webhook("", "", 40)
    return True


async def get_webhook_info(account: Account, call: Call) -> Json:
    """``getWebhookInfo``."""
    hook = account.webhook
    info: Json = {"url": "", "has_custom_certificate": False, "pending_update_count": len(account.queue)}
    if hook and not hook.gone:
        info |= {"url": hook.url, "max_connections": hook.max_connections}
        if hook.last_error:
            info |= {"last_error_message": hook.last_error, "last_error_date": int(hook.last_error_at)}
    info["allowed_updates"] = list(account.allowed)
    return info


async def get_me(account: Account, call: Call) -> Json:
    """``getMe``."""
    return account.bot | {"can_join_groups": True, "can_read_all_group_messages": False}


async def set_my_commands(account: Account, call: Call) -> bool:
    """``setMyCommands``, kept by language."""
    for command in call.params.get("commands", []):
        if not re.fullmatch(r"[a-z0-9_]{1,32}", command.get("command", "")):
            raise Refusal(400, "Bad Request: BOT_COMMAND_INVALID")
        if not 1 <= len(command.get("description", "")) <= 256:
            raise Refusal(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")
    account.commands[str(call.params.get("language_code", ""))] = list(call.params.get("commands", []))
    return True


async def get_my_commands(account: Account, call: Call) -> list[Json]:
    """``getMyCommands``."""
    return account.commands.get(str(call.params.get("language_code", "")), [])


async def accept(account: Account, call: Call) -> bool:
    """Methods that are only noted."""
    account.profile[call.method] = dict(call.params)
    return True


_ACCEPTED = ("setMyDescription", "setMyShortDescription", "setMyName", "setChatMenuButton", "sendChatAction")

METHODS: Mapping[str, Method] = {
    "getme": get_me,
    "getupdates": get_updates,
    "setwebhook": set_webhook,
    "deletewebhook": delete_webhook,
    "getwebhookinfo": get_webhook_info,
    "sendmessage": send_message,
    "sendphoto": send_photo,
    "senddocument": send_document,
    "editmessagetext": edit_message_text,
    "deletemessage": delete_message,
    "answercallbackquery": answer_callback_query,
    "setmycommands": set_my_commands,
    "getmycommands": get_my_commands,
    "deletemycommands": accept,
    "setmessagereaction": accept,
} | {name.lower(): accept for name in _ACCEPTED}
