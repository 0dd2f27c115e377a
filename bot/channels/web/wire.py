"""An outgoing message as it is stored, and as the page is told of it."""

import json
from base64 import b64decode, b64encode
from typing import Any
from urllib.parse import quote, urlsplit

from handlers.messages import File, Outbound, Photo
from storage.records.web_chat import WebMessage

_PNG_SIZE = slice(16, 24)
"""Where a PNG says its width and height: two big-endian numbers of four bytes in the first chunk."""


def body_of(message: Outbound) -> str:
    """``message`` as JSON for the store, picture and file within it.

    ASCII only, because a lone surrogate in a text would be refused by every database.
    """
    body: dict[str, Any] = {
        "text": message.text,
        "choices": [[{"label": b.label, "value": b.value} for b in row] for row in message.choices],
        "asks_place": message.asks_place,
    }
    if message.photo is not None:
        body["photo"] = _stored_photo(message.photo)
    if message.file is not None:
        body["file"] = _stored_file(message.file)
    return json.dumps(body, separators=(",", ":"))


def event_of(message: WebMessage) -> str:
    """The JSON the page hears: bytes are replaced by an address to fetch them from."""
    body = json.loads(message.body)
    for part, folder, inner in (("photo", "photos", "png"), ("file", "files", "content")):
        if part in body and inner in body[part]:
            body[part] = {k: v for k, v in body[part].items() if k != inner}
            body[part]["url"] = f"/{folder}/{quote(message.id)}"
    edited = {"replaces": message.card} if message.card != message.id else {}
    return json.dumps({"id": message.id, "at": message.at.isoformat(), **edited, **body}, ensure_ascii=False)


def photo_of(message: WebMessage) -> bytes | None:
    """The PNG of a stored message."""
    photo = json.loads(message.body).get("photo", {})
    return b64decode(photo["png"]) if "png" in photo else None


def file_of(message: WebMessage) -> File | None:
    """The file of a stored message."""
    kept = json.loads(message.body).get("file")
    return None if kept is None else File(b64decode(kept["content"]), kept["name"], kept["mime"])


def _stored_photo(photo: Photo) -> dict[str, Any]:
    """The picture itself; of one that nobody may keep, where it is seen."""
    if photo.address:
        path = urlsplit(photo.address).path
        return {"url": path, "alt": photo.alt, "width": photo.size[0], "height": photo.size[1]}
    size = photo.png[_PNG_SIZE]
    width, height = int.from_bytes(size[:4], "big"), int.from_bytes(size[4:], "big")
    png = b64encode(photo.png).decode()
    return {"png": png, "alt": photo.alt, "width": width, "height": height}


def _stored_file(file: File) -> dict[str, Any]:
    content = b64encode(file.content).decode()
    return {"content": content, "name": file.name, "mime": file.mime, "size": len(file.content)}
