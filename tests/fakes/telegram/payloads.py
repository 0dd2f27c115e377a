"""Update bodies as the Bot API writes them."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from tests.fakes.telegram.shown import Shown

Json = dict[str, Any]

_MARKS = (("bot_command", re.compile(r"(?<!\S)/[A-Za-z0-9_]+(?:@\w+)?")), ("mention", re.compile(r"@\w{4,}")))


def utf16_length(text: str) -> int:
    """Length in UTF-16 code units, as Telegram counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def entities(text: str) -> list[Json]:
    """Commands and mentions in ``text``, with offsets in UTF-16 units."""
    found: list[Json] = []
    taken: list[range] = []
    for kind, pattern in _MARKS:
        for match in pattern.finditer(text):
            if any(match.start() in span for span in taken):
                continue
            taken.append(range(*match.span()))
            offset = utf16_length(text[: match.start()])
            found.append({"type": kind, "offset": offset, "length": utf16_length(match.group())})
    return sorted(found, key=lambda entity: int(entity["offset"]))


def message(message_id: int, sender: Json, chat: Json, date: int, **content: Any) -> Json:
    """A message with its content fields; text gets its entities."""
    body: Json = {"message_id": message_id, "from": sender, "chat": chat, "date": date, **content}
    for text, marks in (("text", "entities"), ("caption", "caption_entities")):
        if text in content and (found := entities(content[text])):
            body.setdefault(marks, found)
    return body


def bots_message(shown: Shown, bot: Json, chat: Json) -> Json:
    """A message of the bot, as it stands in a tap on it or a reply to it."""
    body: Json = {"message_id": shown.message_id, "from": bot, "chat": chat, "date": shown.date}
    if shown.photo:
        body["photo"] = photo_sizes(f"bot{shown.message_id}")
    if shown.document:
        body["document"] = {
            "file_id": f"doc{shown.message_id}",
            "file_unique_id": f"u{shown.message_id}",
            "file_name": shown.document.name,
        }
    body["caption" if shown.photo or shown.document else "text"] = shown.text
    if "inline_keyboard" in shown.markup:
        body["reply_markup"] = {"inline_keyboard": shown.markup["inline_keyboard"]}
    return body


def photo_sizes(name: str) -> list[Json]:
    """A photo in two sizes."""
    return [
        {"file_id": f"{name}-{side}", "file_unique_id": f"u{name}{side}", "width": side, "height": side}
        for side in (90, 800)
    ]


def member_change(chat: Json, sender: Json, bot: Json, date: int, statuses: Sequence[str]) -> Json:
    """``my_chat_member``: the bot's status in the chat went from the first to the second."""
    members: list[Json] = [{"user": bot, "status": status} for status in statuses]
    old, new = members
    if new["status"] == "kicked":
        new["until_date"] = 0
    return {"chat": chat, "from": sender, "date": date, "old_chat_member": old, "new_chat_member": new}


def answer(result: Any) -> Json:
    """A successful answer."""
    return {"ok": True, "result": result}


def refusal(code: int, description: str, parameters: Mapping[str, Any]) -> Json:
    """A refusal as the Bot API words it."""
    body: Json = {"ok": False, "error_code": code, "description": description}
    if parameters:
        body["parameters"] = dict(parameters)
    return body
