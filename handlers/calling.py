"""Calls for help of a volunteer with a citizen in front: whom to call after whom, and in which words."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from itertools import groupby

from handlers.conversation import action
from handlers.exercise import marked
from handlers.holding import Holder, reached
from handlers.messages import Button, Lane, Outbound
from handlers.outgoing import best
from locales import Words, words
from locales.formats import clock, given_name
from storage.holders import HolderContact
from storage.records.care import HelpCard
from storage.records.case import Level
from storage.records.membership import Role
from storage.records.person import Contact

STEP = timedelta(minutes=5)
"""After which the next are called: the deputy after five minutes, the commune after ten."""
GROUPS = 3
"""How many are called one after another, counting only those that somebody holds."""
LASTS = timedelta(hours=2)
"""How long a call nobody took is still one."""
SHIFT = timedelta(hours=12)
"""How long one that somebody took may go on."""


def above(found: Iterable[HolderContact], asker: str, *, newcomer: bool) -> list[Holder]:
    """Who can be called by ``asker``; of a newcomer, whom nobody knows yet, only the team's leaders hear."""
    every = reached(found, without=asker)
    return [one for one in every if one.level is Level.TEAM] if newcomer else every


def groups(holders: Sequence[Holder]) -> list[list[Holder]]:
    """Those to be called together, in their order: leaders, deputies, the commune, the province."""

    def rank(one: Holder) -> tuple[Level, Role]:
        return one.level, one.role

    together = [list(found) for _, found in groupby(holders, key=rank)]
    return [list({one.person_id: one for one in group}.values()) for group in together][:GROUPS]


def next_group(holders: Sequence[Holder], called: Collection[str]) -> list[Holder]:
    """The first that were not all called yet, without those that were; empty when everybody was."""
    left = ([one for one in group if one.person_id not in called] for group in groups(holders))
    return next((group for group in left if group), [])


def named(reader: Words, holders: Iterable[Holder], *, names: bool = True) -> str:
    """Nam (đội trưởng), Hoa (đội phó); to whom no names are shown, the roles alone."""
    told = []
    for one in holders:
        role = reader("call-help-role", role=one.role, level=one.level)
        told.append(reader("call-help-named", name=given_name(one.name), role=role) if names else role)
    return ", ".join(dict.fromkeys(told))


def message(reader: Words, call: HelpCard, place: str = "") -> Outbound:
    """The call as it reaches somebody: who, where, since when, with what."""
    said = reader(
        "call-help-call",
        name=call.asker,
        team=call.team_name,
        place=f", {place}" if place else "",
        time=clock(call.asked_at),
        note=reader("call-help-quoted", note=call.note) if call.note else "",
    )
    text = marked(reader, said, exercise=call.exercise)
    deadline_at = call.called_at + LASTS
    return Outbound(text, (answers(reader, call),), lane=Lane.URGENT, deadline_at=deadline_at)


def answers(reader: Words, call: HelpCard) -> tuple[Button, ...]:
    """What whoever is called can do: take it, answer, end it."""
    reply = Button(reader("answer-help-reply"), action("answer_help", f"text:{call.id}"))
    if call.taken_by:
        return (reply, Button(reader("answer-help-done"), action("answer_help", f"done:{call.id}")))
    return (Button(reader("answer-help-take"), action("answer_help", f"take:{call.id}")), reply)


def to_asker(
    contact: Contact, call: HelpCard, sentence: str, *, again: bool = False, **given: str
) -> Outbound:
    """What whoever asked is told; they end the call, and where somebody took it may call on."""
    reader = words(contact.language)
    buttons = [Button(reader("call-help-done"), action("call_help", f"done:{call.id}"))]
    if again:
        buttons.append(Button(reader("call-help-again"), action("call_help", f"again:{call.id}")))
    text = marked(reader, reader(sentence, **given), exercise=call.exercise)
    return Outbound(text, (tuple(buttons),), lane=Lane.URGENT)


def chats(contacts: Iterable[Contact]) -> dict[str, Contact]:
    """The best chat of each person, by the person's id."""
    known: dict[str, list[Contact]] = {}
    for one in contacts:
        known.setdefault(one.person_id, []).append(one)
    nearest = {person_id: best(found) for person_id, found in known.items()}
    return {person_id: one for person_id, one in nearest.items() if one is not None}


def over(call: HelpCard, now: datetime) -> bool:
    """Whether nothing is to be done about a call any more."""
    lasts = LASTS if call.taken_at is None else SHIFT
    return call.done_at is not None or now - call.called_at > lasts
