"""Reading a call: JSON, form, multipart or query, with every value as the type it means."""

import json
from typing import Any

from aiohttp import web
from aiohttp.web_request import FileField

from tests.fakes.telegram.ledger import Upload

_JSON = {
    "allowed_updates", "commands", "entities", "caption_entities", "link_preview_options", "menu_button",
    "reaction", "reply_markup", "reply_parameters", "scope",
}  # fmt: skip
_WHOLE = {
    "chat_id",
    "limit",
    "max_connections",
    "message_id",
    "message_thread_id",
    "offset",
    "timeout",
    "user_id",
}
_TRUTH = {"disable_notification", "drop_pending_updates", "protect_content", "show_alert"}


def meant(name: str, value: Any) -> Any:
    """The value behind its written form; what cannot be read stays as it is."""
    if not isinstance(value, str):
        return value
    try:
        if name in _JSON:
            return json.loads(value)
        if name in _WHOLE:
            return int(value)
    except ValueError:
        return value
    if name in _TRUTH:
        return value.lower() == "true"
    return value


async def read(request: web.Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    """Parameters and uploads of a call, wherever they stand."""
    given: dict[str, Any] = dict(request.query)
    files: dict[str, Upload] = {}
    if request.content_type == "application/json":
        given |= json.loads(await request.read())  # nothing is no JSON, and refused
    elif request.can_read_body:
        for name, value in (await request.post()).items():
            if isinstance(value, FileField):
                files[name] = Upload(value.filename, value.content_type, value.file.read())
            else:
                given[name] = value
    return {name: meant(name, value) for name, value in given.items()}, files
