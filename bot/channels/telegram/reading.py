"""From a stored update to what a person said."""

from collections.abc import Set
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from telegram.constants import ChatType, MessageAttachmentType, MessageEntityType, MessageType

from bot.channel import Raw
from bot.channels.telegram.shapes import Mark, MemberChange, Message, Tap, Update
from handlers.messages import Inbound, Kind

NAME = "telegram"

_ATTACHED = {kind.value for kind in MessageAttachmentType} | {MessageType.CHECKLIST.value}
_NOTHING_SAID = {kind.value for kind in MessageType} - _ATTACHED
"""Fields of service messages: someone joined, a message was pinned … (among them some that only
accompany a text or an attachment, which are therefore looked at first)."""

_BY_FIELD = (
    ("animation", Kind.OTHER),  # comes with ``document`` beside it
    ("location", Kind.PLACE),
    ("contact", Kind.CONTACT),
    ("photo", Kind.PHOTO),
    ("voice", Kind.VOICE),
    ("sticker", Kind.STICKER),
    ("document", Kind.FILE),
)
_STANDING = {"kicked": Kind.BLOCKED, "member": Kind.UNBLOCKED}


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the bot is: its account id and, once known, its user name."""

    account: str
    username: str = ""

    def named(self, username: str) -> bool:
        """Whether ``username`` is the bot's."""
        return bool(self.username) and username.casefold() == self.username.casefold()


def read(raw: Raw, me: Identity) -> Inbound | None:
    """See ``Channel.read``. Bots, channels and people who hide behind a chat say nothing to us.

    Raises ValueError when a field we need is missing or crooked.
    """
    update = Update.model_validate(raw)
    key = str(update.update_id)
    if update.callback_query:
        return _tap(update.callback_query, key, me)
    if update.my_chat_member:
        return _standing(update.my_chat_member, key, me)
    if update.edited_message:
        return _edited(update.edited_message, key, me)
    if update.message:
        return _said(update.message, raw["message"].keys(), key, me)
    return None


def _tap(tap: Tap, key: str, me: Identity) -> Inbound | None:
    if tap.message is None or tap.sender.is_bot:
        return None
    chat = tap.message.chat
    return Inbound(
        channel=NAME,
        account=me.account,
        chat=str(chat.id),
        sender=str(tap.sender.id),
        update_key=key,
        kind=Kind.TAP,
        data=tap.data,
        private=chat.type == ChatType.PRIVATE,
        tapped=str(tap.message.message_id),
        callback=tap.id,
    )


def _standing(change: MemberChange, key: str, me: Identity) -> Inbound | None:
    kind = _STANDING.get(change.new_chat_member.status)
    if kind is None or change.chat.type != ChatType.PRIVATE:
        return None
    return Inbound(
        channel=NAME,
        account=me.account,
        chat=str(change.chat.id),
        sender=str(change.sender.id),
        update_key=key,
        kind=kind,
        sent_at=datetime.fromtimestamp(change.date, UTC),
    )


def _edited(message: Message, key: str, me: Identity) -> Inbound | None:
    """An edited text; a live position that moves arrives as edits too and is not wanted."""
    if message.location:
        return None
    return _message(message, Kind.EDITED, key, me)


def _said(message: Message, fields: Set[str], key: str, me: Identity) -> Inbound | None:
    kind = _kind(message, fields)
    inbound = _message(message, kind, key, me) if kind else None
    if inbound is None:
        return None
    if kind is Kind.PLACE and message.location:
        # A venue is a place somebody looked up, not where they are.
        return replace(inbound, sealed_place="" if message.venue else message.location.sealed)
    if kind is Kind.CONTACT and message.contact:
        return replace(inbound, data=str(message.contact.user_id or ""))
    return _started(inbound) if kind is Kind.TEXT else inbound


def _kind(message: Message, fields: Set[str]) -> Kind | None:
    """What was sent; None for service messages."""
    if message.text:
        return Kind.TEXT
    for field, kind in _BY_FIELD:
        if field in fields:
            return kind
    return Kind.OTHER if fields & _ATTACHED or not fields & _NOTHING_SAID else None


def _message(message: Message, kind: Kind, key: str, me: Identity) -> Inbound | None:
    sender = message.sender
    if sender is None or sender.is_bot or message.sender_chat or message.chat.type == ChatType.CHANNEL:
        return None
    private = message.chat.type == ChatType.PRIVATE
    return Inbound(
        channel=NAME,
        account=me.account,
        chat=str(message.chat.id),
        sender=str(sender.id),
        update_key=key,
        kind=kind,
        text=_without_our_name(message.text or message.caption, me),
        private=private,
        addressed=private or _addressed(message, me),
        forwarded=bool(message.forward_origin or message.forward_date),
        sent_at=datetime.fromtimestamp(message.edit_date or message.date, UTC),
    )


def _started(inbound: Inbound) -> Inbound:
    """``/start`` and what its link carries."""
    command, _, payload = inbound.text.partition(" ")
    if command.casefold() != "/start":
        return inbound
    return replace(inbound, kind=Kind.START, data=payload.strip())


def _without_our_name(text: str, me: Identity) -> str:
    """``/vaoca@OurBot`` is ``/vaoca``."""
    command, space, rest = text.partition(" ")
    name, _, to = command.partition("@")
    return name + space + rest if text.startswith("/") and me.named(to) else text


def _addressed(message: Message, me: Identity) -> bool:
    """In a group: whether it replies to the bot, mentions it, or is a command for it."""
    reply = message.reply_to_message
    if reply and reply.sender and str(reply.sender.id) == me.account:
        return True
    text = message.text or message.caption
    return any(_calls(text, mark, me) for mark in message.entities + message.caption_entities)


def _calls(text: str, mark: Mark, me: Identity) -> bool:
    if mark.type == MessageEntityType.TEXT_MENTION:
        return mark.user is not None and str(mark.user.id) == me.account
    name, _, to = _stretch(text, mark).partition("@")
    if mark.type == MessageEntityType.BOT_COMMAND and mark.offset == 0:
        return not to or me.named(to)
    return mark.type == MessageEntityType.MENTION and not name and me.named(to)


def _stretch(text: str, mark: Mark) -> str:
    """The stretch of ``text`` that a mark covers, counted in UTF-16 units."""
    units = text.encode("utf-16-le", "surrogatepass")
    cut = units[2 * mark.offset : 2 * (mark.offset + mark.length)]
    return cut.decode("utf-16-le", "surrogatepass")
