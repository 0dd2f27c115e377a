"""Questions people asked, masked and kept for thirty days, so that missing answers are seen and given."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from storage.effects import Effect
from storage.queries import Row, Tx
from storage.records.faq import FaqQuestion, QuestionState
from storage.records.moments import to_micros
from storage.records.person import Contact
from storage.sources import PersonKey, Source, json_list

QuestionKey = tuple[str, str]
"""(tenant, question id)."""
UnitKey = tuple[str, str]
"""(tenant, unit code)."""


async def _by_id(tx: Tx, keys: Sequence[QuestionKey]) -> Mapping[QuestionKey, FaqQuestion]:
    rows = await tx.all(
        "faq_questions_by_id",
        tenants=json_list(key[0] for key in keys),
        ids=json_list(key[1] for key in keys),
    )
    return {(row["tenant"], row["id"]): FaqQuestion.model_validate(dict(row)) for row in rows}


async def _of_people(tx: Tx, keys: Sequence[PersonKey]) -> Mapping[PersonKey, list[FaqQuestion]]:
    return _each_person(
        await tx.all(
            "faq_questions_of_people",
            tenants=json_list(key[0] for key in keys),
            people=json_list(key[1] for key in keys),
        )
    )


async def _open_of_people(tx: Tx, keys: Sequence[PersonKey]) -> Mapping[PersonKey, list[FaqQuestion]]:
    return _each_person(
        await tx.all(
            "open_faq_questions_of_people",
            tenants=json_list(key[0] for key in keys),
            people=json_list(key[1] for key in keys),
        )
    )


def _each_person(rows: Sequence[Row]) -> Mapping[PersonKey, list[FaqQuestion]]:
    found: dict[PersonKey, list[FaqQuestion]] = defaultdict(list)
    for row in rows:
        found[row["tenant"], row["person_id"]].append(FaqQuestion.model_validate(dict(row)))
    return found


async def _open(tx: Tx, keys: Sequence[str]) -> Mapping[str, list[FaqQuestion]]:
    found: dict[str, list[FaqQuestion]] = defaultdict(list)
    for row in await tx.all("open_faq_questions_of_tenants", tenants=json_list(keys)):
        found[row["tenant"]].append(FaqQuestion.model_validate(dict(row)))
    return found


async def _askers(tx: Tx, keys: Sequence[QuestionKey]) -> Mapping[QuestionKey, list[Contact]]:
    rows = await tx.all(
        "contacts_of_faq_askers",
        tenants=json_list(key[0] for key in keys),
        ids=json_list(key[1] for key in keys),
    )
    found: dict[QuestionKey, list[Contact]] = defaultdict(list)
    for row in rows:
        found[row["tenant"], row["asked_id"]].append(Contact.model_validate(dict(row)))
    return found


async def _answering(tx: Tx, keys: Sequence[UnitKey]) -> Mapping[UnitKey, list[Contact]]:
    rows = await tx.all(
        "coordinator_contacts_of_units",
        tenants=json_list(key[0] for key in keys),
        units=json_list(key[1] for key in keys),
    )
    found: dict[UnitKey, list[Contact]] = defaultdict(list)
    for row in rows:
        found[row["tenant"], row["of_unit"]].append(Contact.model_validate(dict(row)))
    return found


by_id = Source("faq_question", _by_id)
lately = Source("faq_questions_lately", _of_people)
"""Of one person, the newest first."""
open_of = Source("faq_questions_open_of", _open_of_people)
"""Of one person, those that people have not answered yet."""
waiting = Source("faq_questions_waiting", _open)
"""Of a tenant, the oldest first."""
asker = Source("faq_asker", _askers)
"""The chats of whoever asked."""
answering = Source("faq_answering", _answering)
"""The chats of those who coordinate exactly this unit."""


def asked(record: FaqQuestion) -> Effect:
    """Keep one question and what was answered."""
    later = {"to_id", "told_at", "settled_at", "settled_by", "answer"}
    return Effect("add_faq_question", record.model_dump(exclude=later))


def passed_on(record: FaqQuestion) -> Effect:
    """Have people answer it."""
    return Effect("open_faq_question", {"tenant": record.tenant, "id": record.id})


def withdrawn(record: FaqQuestion) -> Effect:
    """Nobody need answer it any more."""
    return Effect("withdraw_faq_question", {"tenant": record.tenant, "id": record.id})


def told(record: FaqQuestion, to_id: str, at: datetime) -> Effect:
    """It is with this person now."""
    params = {"tenant": record.tenant, "id": record.id, "to_id": to_id, "told_at": to_micros(at)}
    return Effect("tell_faq_question", params)


def settled(
    record: FaqQuestion, state: QuestionState, by: str, at: datetime, *, slug: str = "", answer: str = ""
) -> Effect:
    """Answered by a topic or in own words, or set aside; contested, because only one person answers."""
    params = {
        "tenant": record.tenant,
        "id": record.id,
        "state": state,
        "slug": slug,
        "answer": answer,
        "settled_at": to_micros(at),
        "settled_by": by,
    }
    return Effect("settle_faq_question", params, contested=True)


def unsettled(record: FaqQuestion, by: str, at: datetime) -> Effect:
    """Whoever settled it takes that back, and has it again; contested, because that is done once."""
    params = {"tenant": record.tenant, "id": record.id, "to_id": by, "told_at": to_micros(at)}
    return Effect("unsettle_faq_question", params, contested=True)


async def to_tell(tx: Tx, asked_before: datetime, told_before: datetime) -> list[FaqQuestion]:
    """Open ones that nobody has heard of, or that somebody has had for too long."""
    rows = await tx.all(
        "faq_questions_to_tell", asked_before=to_micros(asked_before), told_before=to_micros(told_before)
    )
    return [FaqQuestion.model_validate(dict(row)) for row in rows]


async def unanswered(tx: Tx, since: datetime) -> list[FaqQuestion]:
    """Those asked since that got no answer, from the bot or from people."""
    rows = await tx.all("unanswered_faq_questions", since=to_micros(since))
    return [FaqQuestion.model_validate(dict(row)) for row in rows]
