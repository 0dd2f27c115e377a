"""What the web chat keeps, on both engines."""

import asyncio
from datetime import timedelta
from uuid import UUID

import pytest

from storage import people, teams
from storage.database import Database
from storage.records.membership import Role
from storage.records.person import Contact
from storage.records.web_chat import WebHome, WebMessage, WebSession
from storage.web_chats import WebChats, later, purge_web_chats
from tests.storage.made import AT, KEY, TENANT, known, member, rows, team, world, write

CHAT = "chat-1"


@pytest.fixture
def chats(any_database: Database) -> WebChats:
    return WebChats(any_database)


def _session(token_hash: str = "hash-1", chat: str = CHAT) -> WebSession:
    return WebSession(
        token_hash=token_hash,
        chat=chat,
        created_at=AT,
        seen_at=AT,
        expires_at=AT + timedelta(days=1),
    )


def _id(number: int) -> str:
    return str(UUID(int=(0x0190 << 112) + number))


def _message(number: int, chat: str = CHAT) -> WebMessage:
    return WebMessage(chat=chat, id=_id(number), body=f'"{number}"', at=AT)


async def test_a_session_is_read_as_it_was_kept(chats: WebChats) -> None:
    await chats.open_session(_session())
    until = AT + timedelta(days=30)
    await chats.extend("hash-1", AT + timedelta(hours=1), until)

    kept = await chats.session("hash-1")

    assert kept == _session().model_copy(update={"seen_at": AT + timedelta(hours=1), "expires_at": until})
    assert await chats.session("hash-2") is None


async def test_signing_out_ends_one_browser_or_all(chats: WebChats) -> None:
    for token_hash in ("hash-1", "hash-2", "hash-3"):
        await chats.open_session(_session(token_hash))

    await chats.end_session("hash-1")
    assert await chats.session("hash-1") is None
    assert await chats.session("hash-2") is not None
    await chats.end_chat(CHAT)
    assert await chats.session("hash-3") is None


async def test_messages_are_read_on_from_any_place(chats: WebChats) -> None:
    await chats.open_session(_session())
    for number in range(5):
        await chats.add_message(_message(number), replaces="")

    assert [m.id for m in await chats.messages_after(CHAT, _id(1), 2)] == [_id(2), _id(3)]
    assert [m.id for m in await chats.latest_messages(CHAT, 2)] == [_id(3), _id(4)]
    assert await chats.messages_after("chat-2", "", 10) == []
    assert await chats.message(CHAT, _id(2)) == _message(2)
    assert await chats.message("chat-2", _id(2)) is None


async def test_an_edit_moves_its_card_to_the_end_under_the_same_name(chats: WebChats) -> None:
    await chats.open_session(_session())
    for number in range(3):
        await chats.add_message(_message(number), replaces="")
    for number in (3, 4):
        edited = await chats.add_message(_message(number), replaces=_id(1))

    assert edited is not None
    assert (edited.id, edited.card) == (f"{_id(4)}.{_id(1)}", _id(1))
    kept = await chats.latest_messages(CHAT, 10)
    assert [message.card for message in kept] == [_id(0), _id(2), _id(1)]


@pytest.mark.parametrize("wild", ["%", "_" * 36, "", "%.%", "'"])
async def test_an_edit_touches_nothing_but_its_card(chats: WebChats, wild: str) -> None:
    await chats.open_session(_session())
    await chats.add_message(_message(0), replaces="")
    await chats.add_message(_message(1), replaces=_id(0))
    await chats.add_message(_message(2), replaces=wild)

    assert [message.card for message in await chats.latest_messages(CHAT, 10)] == [_id(0), _id(2)]


async def test_what_nobody_can_read_is_not_kept(chats: WebChats) -> None:
    assert await chats.add_message(_message(0), replaces="") is None
    await chats.open_session(_session())
    late = _message(1).model_copy(update={"at": AT + timedelta(days=2)})

    assert await chats.add_message(late, replaces="") is None


async def test_ids_of_a_chat_only_grow(chats: WebChats) -> None:
    await chats.open_session(_session())
    given = [await chats.add_message(_message(number), replaces="") for number in (9, 3, 9)]

    assert [message and message.id for message in given] == [_id(9), _id(10), _id(11)]
    assert later("", _id(1)) == _id(1)
    assert later(f"{_id(7)}.{_id(2)}", _id(3)) == _id(8)


async def test_a_link_is_used_up_by_exactly_as_many_as_it_says(
    chats: WebChats, any_database: Database
) -> None:
    await chats.make_link("link", tenant=TENANT, person_id="mai", expires_at=AT + timedelta(hours=1), uses=3)
    tries = [chats.redeem("link", _session(f"hash-{n}", f"chat-{n}")) for n in range(8)]

    assert sum(await asyncio.gather(*tries)) == 3
    contacts = await rows(any_database, "contacts_of_people", tenants=f'["{TENANT}"]', people='["mai"]')
    assert len(contacts) == 3


async def test_a_person_with_a_preferred_chat_keeps_it(chats: WebChats, any_database: Database) -> None:
    paper = Contact(
        key="paper:desk:mai",
        channel="paper",
        account="desk",
        chat="mai",
        tenant=TENANT,
        person_id="mai",
        preferred=True,
        seen_at=AT,
    )
    await write(any_database, people.contact_saved(paper))
    await chats.make_link("link", tenant=TENANT, person_id="mai", expires_at=AT + timedelta(hours=1), uses=1)
    await chats.redeem("link", _session())

    contacts = await rows(any_database, "contacts_of_people", tenants=f'["{TENANT}"]', people='["mai"]')

    assert {row["key"]: row["preferred"] for row in contacts} == {"paper:desk:mai": 1, "web:web:chat-1": 0}


async def test_the_page_knows_the_team_of_its_person(chats: WebChats, any_database: Database) -> None:
    await write(any_database, *world(*known("mai")), teams.saved(team("t2", name="Đội hình số 2")))
    await chats.make_link("link", tenant=TENANT, person_id="mai", expires_at=AT + timedelta(hours=1), uses=1)
    await chats.redeem("link", _session())
    assert await chats.home(CHAT) == WebHome(team=f"Đội {KEY[1]}", role=Role.VOLUNTEER)

    await write(
        any_database,
        people.joined(member("mai", id="m-2", team_id="", unit_code="00235", role=Role.COORDINATOR)),
    )
    assert await chats.home(CHAT) == WebHome(team=f"Đội {KEY[1]}", role=Role.COORDINATOR)

    await any_database.write(lambda tx: tx.fetch("update memberships set to_at = from_at"))
    assert await chats.home(CHAT) == await chats.home("chat-2") == WebHome()


async def test_what_is_past_its_time_goes(chats: WebChats, any_database: Database) -> None:
    await chats.open_session(_session())
    await chats.add_message(_message(0), replaces="")
    await chats.make_link("link", tenant=TENANT, person_id="mai", expires_at=AT, uses=1)
    now = AT + timedelta(days=1)

    gone = await any_database.write(lambda tx: purge_web_chats(tx, now, AT + timedelta(hours=1)))

    assert gone == {"web_sessions": 1, "web_messages": 1, "enter_links": 1}
    assert await chats.latest_messages(CHAT, 10) == []


async def test_an_erased_chat_leaves_nothing(chats: WebChats, any_database: Database) -> None:
    await chats.open_session(_session())
    await chats.add_message(_message(0), replaces="")
    await chats.erase(CHAT)

    assert await chats.session("hash-1") is None
    assert await chats.latest_messages(CHAT, 10) == []
