"""The web chat in the database: sessions, the bot's messages, and links that enter as a person."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from storage.database import Database
from storage.people import contacts_of
from storage.queries import Row, Tx
from storage.records.membership import Role
from storage.records.moments import to_micros
from storage.records.person import Contact, contact_key
from storage.records.web_chat import WebHome, WebMessage, WebSession

_CHANNEL = "web"
_ID_LENGTH = 36
_RANKED = (Role.COORDINATOR, Role.LEADER, Role.DEPUTY, Role.VOLUNTEER)


class WebChats:
    """What the web chat keeps; every method raises ``StorageError`` when the disk fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def open_session(self, session: WebSession) -> None:
        """Keep a new session."""
        await self._run("add_web_session", **session.model_dump())

    async def session(self, token_hash: str) -> WebSession | None:
        """The session of a cookie, expired or not."""
        row = await self._one("web_session", token_hash=token_hash)
        return None if row is None else WebSession.model_validate(dict(row))

    async def extend(self, token_hash: str, seen_at: datetime, expires_at: datetime) -> None:
        """Note that the session is in use."""
        times = {"seen_at": to_micros(seen_at), "expires_at": to_micros(expires_at)}
        await self._run("extend_web_session", token_hash=token_hash, **times)

    async def end_session(self, token_hash: str) -> None:
        """Sign one browser out."""
        await self._run("end_web_session", token_hash=token_hash)

    async def end_chat(self, chat: str) -> None:
        """Sign every browser of a chat out."""
        await self._run("end_web_chat", chat=chat)

    async def erase(self, chat: str) -> None:
        """Remove what was said in a chat, and whoever could read it."""

        async def work(tx: Tx) -> None:
            await tx.run("end_web_chat", chat=chat)
            await tx.run("erase_web_messages", chat=chat)

        await self._database.write(work)

    async def make_link(
        self, link_hash: str, *, tenant: str, person_id: str, expires_at: datetime, uses: int
    ) -> None:
        """Keep a link that enters as a person, ``uses`` times before ``expires_at``."""
        row = {
            "token_hash": link_hash,
            "tenant": tenant,
            "person_id": person_id,
            "expires_at": to_micros(expires_at),
            "uses_left": uses,
        }
        await self._database.write(lambda tx: tx.many("give_enter_link", [row]))

    async def redeem(self, link_hash: str, session: WebSession) -> bool:
        """Use up one entry of a link and let ``session`` in as its person, all or nothing."""

        async def work(tx: Tx) -> bool:
            link = await tx.one("use_enter_link", token_hash=link_hash, now=to_micros(session.created_at))
            if link is None:
                return False
            await tx.run("add_web_session", **session.model_dump())
            contact = await _contact(tx, link, session)
            await tx.many("save_contact", [contact.model_dump()])
            return True

        return await self._database.write(work)

    async def add_message(self, message: WebMessage, *, replaces: str) -> WebMessage | None:
        """Append a message, or let it take the place of the card ``replaces`` where the chat has it.

        None when no live session can read the chat any more.
        """

        async def work(tx: Tx) -> WebMessage | None:
            state = await tx.one("web_chat_state", chat=message.chat, now=to_micros(message.at))
            if state is None or not state["readers"]:
                return None
            place = later(state["last_id"], message.id)
            if _is_id(replaces) and await tx.run("remove_web_card", chat=message.chat, card=replaces):
                place = f"{place}.{replaces}"
            kept = message.model_copy(update={"id": place})
            await tx.run("add_web_message", **kept.model_dump())
            return kept

        return await self._database.write(work)

    async def message(self, chat: str, message_id: str) -> WebMessage | None:
        """One message of a chat."""
        row = await self._one("web_message", chat=chat, id=message_id)
        return None if row is None else _message(row)

    async def messages_after(self, chat: str, after: str, limit: int) -> Sequence[WebMessage]:
        """The oldest ``limit`` messages later than the id ``after``, oldest first."""
        return await self._messages("web_messages_after", chat=chat, after=after, most=limit)

    async def latest_messages(self, chat: str, limit: int) -> Sequence[WebMessage]:
        """The newest ``limit`` messages, oldest first."""
        return (await self._messages("latest_web_messages", chat=chat, most=limit))[::-1]

    async def home(self, chat: str) -> WebHome:
        """Where the chat's person belongs; nowhere while unknown."""
        rows = await self._database.read(lambda tx: tx.all("web_homes", chat=chat))
        roles = {str(row["role"]) for row in rows}
        team = next((str(row["name"]) for row in rows if row["name"]), "")
        return WebHome(team=team, role=next((one for one in _RANKED if one in roles), ""))

    async def _run(self, name: str, **params: object) -> None:
        async def work(tx: Tx) -> int:
            return await tx.run(name, **params)

        await self._database.write(work)

    async def _one(self, name: str, **params: object) -> Row | None:
        async def work(tx: Tx) -> Row | None:
            return await tx.one(name, **params)

        return await self._database.read(work)

    async def _messages(self, name: str, **params: object) -> list[WebMessage]:
        async def work(tx: Tx) -> list[Row]:
            return await tx.all(name, **params)

        return [_message(row) for row in await self._database.read(work)]


async def purge_web_chats(tx: Tx, now: datetime, said_before: datetime) -> dict[str, int]:
    """Remove dead sessions and links, and messages older than ``said_before``; rows by table."""
    return {
        "web_sessions": await tx.run("purge_web_sessions", now=to_micros(now)),
        "web_messages": await tx.run("purge_web_messages", said_before=to_micros(said_before)),
        "enter_links": await tx.run("purge_enter_links", now=to_micros(now)),
    }


def later(last: str, fresh: str) -> str:
    """``fresh`` (a UUID), moved just past the id ``last`` where a clock that stepped back made it smaller.

    A page resumes from the last id it saw, so a smaller one would never reach it.
    """
    if fresh > last[:_ID_LENGTH]:
        return fresh
    return str(UUID(int=UUID(last[:_ID_LENGTH]).int + 1))


async def _contact(tx: Tx, link: Row, session: WebSession) -> Contact:
    """The new chat as one more contact of the link's person; preferred while there is no other."""
    person = (str(link["tenant"]), str(link["person_id"]))
    others = (await contacts_of.load(tx, [person])).get(person, [])
    return Contact(
        key=contact_key(_CHANNEL, _CHANNEL, session.chat),
        channel=_CHANNEL,
        account=_CHANNEL,
        chat=session.chat,
        tenant=person[0],
        person_id=person[1],
        preferred=not any(contact.preferred for contact in others),
        seen_at=session.created_at,
    )


def _is_id(card: str) -> bool:
    """Whether ``card`` can be an id: letters, digits and hyphens, so that no wildcard meets ``like``."""
    return card.replace("-", "").isalnum()


def _message(row: Row) -> WebMessage:
    return WebMessage.model_validate(dict(row))
