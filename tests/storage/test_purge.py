"""Retention: the clock goes on by five years, and only what should is left."""

from datetime import datetime, timedelta

from storage import (
    attendances,
    attention,
    audit,
    broadcasts,
    code_tries,
    digests,
    expected,
    inbox,
    join_codes,
    links,
    offers,
    outbox,
    papers,
    people,
    photos,
    pictures,
    pins,
    questions,
    reports,
    rights,
    role_offers,
    sessions,
    shift_changes,
    slots,
    ticks,
)
from storage.code_tries import CodeTry
from storage.database import Database
from storage.effects import Effect
from storage.inbox import Claim
from storage.links import LinkCode
from storage.outbox import Mark, OutboxState
from storage.papers import KeptPaper
from storage.pictures import Picture
from storage.purge import KEPT, purge
from storage.queries import Tx
from storage.records.broadcast import Audience, Broadcast, BroadcastState
from storage.records.digest import DigestSent
from storage.records.faq import FaqQuestion
from storage.records.membership import Consent, Role
from storage.records.moments import to_micros
from storage.records.offer import Ask
from storage.records.photo import PhotoState, SentPhoto
from storage.records.pin import Pin
from storage.records.right import RequestKind, RequestState, RightsRequest
from storage.records.role_offer import OfferKind, RoleOffer
from storage.records.roster import Expected, Tick
from storage.sessions import Place
from storage.slots import Slot
from tests.states import states
from tests.storage.made import (
    AT,
    DAY,
    arrival,
    attendance,
    change,
    contact,
    fact,
    known,
    later,
    message,
    report,
    rows,
    world,
    write,
)

LATER = AT + timedelta(days=5 * 366)


async def _fill(database: Database, mark: str) -> None:
    """A row of everything that passes, done at ``AT``."""
    await database.write(
        lambda tx: inbox.store(tx, [arrival(f"{mark}1", f"{mark}a"), arrival(f"{mark}2", f"{mark}b")])
    )
    done, dead = await database.write(lambda tx: inbox.heads(tx, AT, 2, Claim("w")))
    await database.write(lambda tx: inbox.finish(tx, [done], AT))
    await write(
        database,
        inbox.set_aside(dead, AT, "RuntimeError"),
        outbox.added(message(f"{mark}1", f"{mark}a")),
        sessions.saved(Place(line=mark, updated_at=AT)),
        questions.asked(FaqQuestion(tenant="01", id=mark, question="?", decision="none", asked_at=AT)),
        slots.claimed(Slot(tenant="01", kind="digest", subject=mark, slot_at=AT), AT, late=False),
        join_codes.wrong_try(mark, mark, AT),
        offers.asked(Ask(tenant="01", offer_id=mark, person_id=mark, asked_at=AT)),
        attention.taken(("01", mark, DAY), "reminder", AT),
        ticks.added(
            Tick(tenant="01", id=mark, team_id="t", person_id="p", added=(), confirmed=(), ticked_at=AT)
        ),
        expected.added(
            Expected(
                tenant="01",
                id=mark,
                team_id="t",
                name="Lan",
                batch="b",
                created_by="p",
                created_at=AT,
                seen_at=AT,
            )
        ),
        code_tries.tried(
            CodeTry(tenant="01", id=mark, team_id="t", person_id="p", shift_id="", day_on=mark, tried_at=AT),
            1,
        ),
        shift_changes.made(change(mark)),
        broadcasts.begun(
            Broadcast(
                tenant="01",
                id=mark,
                unit_code="01",
                audience=Audience.ALL,
                text="x",
                created_at=AT,
                next_at=AT,
                state=BroadcastState.DONE,
                ended_at=AT,
            )
        ),
        digests.sent(DigestSent(tenant="01", team_id=mark, day_on=DAY, visits=1, people=1, sent_at=AT)),
        audit.noted(mark, AT, "lan", "looked"),
        links.added(
            LinkCode(
                tenant="01",
                id=mark,
                person_id="p",
                code_hash=mark,
                made_by="p",
                expires_at=AT,
                created_at=AT,
            )
        ),
    )
    await write(
        database,
        people.contact_saved(contact(mark)),
        rights.received(
            RightsRequest(
                tenant="01",
                id=mark,
                person_id=mark,
                kind=RequestKind.SEE,
                state=RequestState.DONE,
                received_at=AT,
                due_at=AT,
                done_at=AT,
            )
        ),
        people.consented(
            Consent(
                tenant="01",
                id=mark,
                person_id=mark,
                contact_key="paper",
                purpose="reminders",
                answer=True,
                notice_version="1",
                given_at=AT,
            )
        ),
        rights.linked(mark, ("01", mark), AT + timedelta(hours=1)),
        pins.kept(Pin(tenant="01", person_id=mark, pin_hash=mark, gone_at=AT + timedelta(days=1), set_at=AT)),
        Effect("keep_erasure", {"person_hash": mark, "erased_at": to_micros(AT)}),
    )
    offer = RoleOffer(
        tenant="01",
        id=mark,
        kind=OfferKind.IMPORT,
        role=Role.LEADER,
        offered_by="operator",
        created_at=AT,
    )
    await write(database, role_offers.added(offer))
    await _photo(database, mark)
    sent = Mark(id=f"{mark}1", state=OutboxState.SENT, attempts=1, retry_at=AT, done_at=AT)
    await database.write(lambda tx: outbox.mark(tx, [sent]))
    await _web(database, mark)


async def _photo(database: Database, mark: str) -> None:
    """A picture that nobody decides about."""
    photo = SentPhoto(
        tenant="01",
        id=mark,
        team_id="t",
        person_id="p",
        campaign_id="c",
        day_on=DAY,
        channel="web",
        account="web",
        state=PhotoState.WAITING,
        created_at=AT,
    )
    await write(database, photos.added(photo), photos.held(photo, "sealed"))


async def _web(database: Database, mark: str) -> None:
    at, until = to_micros(AT), to_micros(AT + timedelta(hours=12))

    async def work(tx: Tx) -> None:
        await tx.run(
            "add_web_session", token_hash=mark, chat=mark, created_at=at, seen_at=at, expires_at=until
        )
        await tx.run("add_web_message", chat=mark, id=mark, body="{}", at=at)
        link = {"token_hash": mark, "tenant": "01", "person_id": "mai", "expires_at": until, "uses_left": 1}
        await tx.many("give_enter_link", [link])
        await pictures.keep(tx, Picture(name_hash=mark, png="", expires_at=AT + timedelta(hours=1)))
        kept = KeptPaper(
            name_hash=mark, content="", file_name="", mime="", expires_at=AT + timedelta(hours=1)
        )
        await papers.keep(tx, kept)

    await database.write(work)


async def _purged(database: Database, now: datetime) -> dict[str, int]:
    return await database.write(lambda tx: purge(tx, now))


async def test_only_what_should_is_left_after_five_years(any_database: Database) -> None:
    """What passes through is gone, each once; records and what still waits are there."""
    await write(
        any_database, *world(*known("mai")), reports.added(report()), attendances.opened(attendance())
    )
    await _fill(any_database, "x")
    await any_database.write(lambda tx: inbox.store(tx, [arrival("waiting")]))
    await write(any_database, outbox.added(message("due")))

    removed = await _purged(any_database, LATER)

    assert set(removed) >= set(KEPT)
    assert set(removed.values()) == {1}
    assert await states(any_database, "inbox") == {"waiting": 1}
    assert await states(any_database, "outbox") == {"due": 1}
    assert len(await rows(any_database, "counted_reports")) == 1
    assert await fact(any_database, attendances.still_open.of(("01", "mai"))) is not None


async def test_a_second_purge_finds_nothing(any_database: Database) -> None:
    """It may run as often as the clock rings."""
    await _fill(any_database, "x")
    await _purged(any_database, LATER)
    assert set((await _purged(any_database, LATER)).values()) == {0}


async def test_nothing_goes_before_its_time(any_database: Database) -> None:
    """A minute after it was done, everything is there but what has ended by itself."""
    await _fill(any_database, "x")
    removed = await _purged(any_database, later(60))
    assert set(removed.values()) == {0}


async def test_each_kind_goes_at_its_own_time(any_database: Database) -> None:
    """Every table named in the list of times goes right after its own, and not before."""
    for table, kept in KEPT.items():
        await _fill(any_database, table)
        before = await _purged(any_database, AT + kept)
        after = await _purged(any_database, AT + kept + timedelta(microseconds=1))
        assert (before[table], after[table]) == (0, 1), table
        await _purged(any_database, LATER)
