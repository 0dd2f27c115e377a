"""Who comes to which planned shift: at most as many as are needed, and nobody to two places at once.

Signing up is contested: whoever does it holds the shift and the person until the commit, so that the last
place goes to one of many who want it at the same moment, and a leader and the person themselves cannot put
them into two shifts that overlap. What a turn sees in the facts and what the statement asks are the same:
a sign-up that loses is thought again and told why.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from storage.effects import Effect
from storage.queries import Row, Tx
from storage.records.moments import from_micros, to_micros
from storage.records.signup import CountedSignup, PlacedSignup, Signup, SignupState
from storage.shifts import ShiftWindow
from storage.sources import PersonKey, Source, json_list

ShiftKey = tuple[str, str]
"""(tenant, shift id)."""
SignupKey = tuple[str, str]
"""(tenant, sign-up id)."""
PersonSince = tuple[str, str, datetime]
"""(tenant, person id, since): sign-ups to shifts that have not ended then."""


async def _of_shifts(tx: Tx, keys: Sequence[ShiftKey]) -> Mapping[ShiftKey, list[PlacedSignup]]:
    rows = await tx.all(
        "signups_of_shifts",
        tenants=json_list(key[0] for key in keys),
        shifts=json_list(key[1] for key in keys),
    )
    found: dict[ShiftKey, list[PlacedSignup]] = defaultdict(list)
    for one in _read(rows):
        found[one.tenant, one.shift_id].append(one)
    return found


async def _of_teams(tx: Tx, keys: Sequence[ShiftWindow]) -> Mapping[ShiftWindow, list[PlacedSignup]]:
    rows = await tx.all(
        "signups_of_teams",
        tenants=json_list(key[0] for key in keys),
        teams=json_list(key[1] for key in keys),
        since=to_micros(min(key[2] for key in keys)),
        until=to_micros(max(key[3] for key in keys)),
    )
    found: dict[tuple[str, str], list[PlacedSignup]] = defaultdict(list)
    for one in _read(rows):
        found[one.tenant, one.team_id].append(one)
    return {
        key: [one for one in found[key[0], key[1]] if one.starts_at < key[3] and one.ends_at > key[2]]
        for key in keys
    }


async def _of_people(tx: Tx, keys: Sequence[PersonSince]) -> Mapping[PersonSince, list[PlacedSignup]]:
    rows = await tx.all(
        "signups_of_people",
        tenants=json_list(key[0] for key in keys),
        people=json_list(key[1] for key in keys),
        since=to_micros(min(key[2] for key in keys)),
    )
    found: dict[PersonKey, list[PlacedSignup]] = defaultdict(list)
    for one in _read(rows):
        found[one.tenant, one.person_id].append(one)
    return {key: [one for one in found[key[0], key[1]] if one.ends_at > key[2]] for key in keys}


async def _by_id(tx: Tx, keys: Sequence[SignupKey]) -> Mapping[SignupKey, CountedSignup]:
    rows = await tx.all(
        "signups_by_id", tenants=json_list(key[0] for key in keys), ids=json_list(key[1] for key in keys)
    )
    return {(row["tenant"], row["id"]): CountedSignup.model_validate(dict(row)) for row in rows}


async def _used(tx: Tx, keys: Sequence[ShiftWindow]) -> Mapping[ShiftWindow, bool]:
    rows = await tx.all(
        "teams_signing",
        tenants=json_list(key[0] for key in keys),
        teams=json_list(key[1] for key in keys),
        since=to_micros(min(key[2] for key in keys)),
        until=to_micros(max(key[3] for key in keys)),
    )
    days: dict[tuple[str, str], list[datetime]] = defaultdict(list)
    for row in rows:
        days[row["tenant"], row["team_id"]].append(from_micros(row["starts_at"]))
    return {key: any(key[2] <= at < key[3] for at in days[key[0], key[1]]) for key in keys}


def _read(rows: Iterable[Row]) -> list[PlacedSignup]:
    return [PlacedSignup.model_validate(dict(row)) for row in rows]


by_id = Source("signup", _by_id)
"""One place, also one that was taken back, of a shift that was not called off."""
of_shift = Source("signups_of_shift", _of_shifts)
"""Who is expected at a shift, and who told us that they will not come (``open`` tells them apart)."""
of_team = Source("signups_of_team", _of_teams)
"""The same for all shifts of a team that touch a stretch of time and are not called off."""
of_person = Source("signups_of_person", _of_people)
"""The same for one person in all their teams; shifts that were called off are left out."""


used = Source("signups_used", _used)
"""Whether anybody signed up to a shift of a team that begins in a stretch of time."""


def signed(record: Signup, *, spare: int = 0, capped: bool = True) -> list[Effect]:
    """Put a person into a shift; contested in all it asks.

    It wins while the shift is not called off or over, the person is in no other shift at that time, and,
    where ``capped``, fewer than needed (and ``spare``) are in it; a shift that needs no certain number takes
    all.
    """
    return [*held(record.tenant, [record.shift_id], [record.person_id]), _added(record, spare, capped)]


def exchanged(
    ended: Sequence[Signup], begun: Sequence[Signup], at: datetime, *, heard: bool = True
) -> list[Effect]:
    """People change places at once: every one of ``ended`` is released as it was read, every one of ``begun``
    put in, whatever the number needed: it is the same before and after. Unless they have ``heard`` of it,
    those who knew of their place still have to."""
    both = [*ended, *begun]
    return [
        *held(both[0].tenant, {one.shift_id for one in both}, {one.person_id for one in both}),
        *(released(one, at, told_at=at if heard or one.told_at is None else None) for one in ended),
        *(_added(one, 0, capped=False) for one in begun),
    ]


def held(tenant: str, shifts: Iterable[str], persons: Iterable[str]) -> list[Effect]:
    """Keep others from changing who is in ``shifts``, and where ``persons`` are, until the commit; lost when
    a shift was called off or a person left."""
    return [
        *(Effect("hold_shift", {"tenant": tenant, "id": one}, contested=True) for one in sorted(shifts)),
        *(Effect("hold_person", {"tenant": tenant, "id": one}, contested=True) for one in sorted(persons)),
    ]


_ADDED = {
    *("tenant", "id", "shift_id", "person_id", "state"),
    *("created_at", "asked_at", "pledged_at", "told_at"),
}


def _added(record: Signup, spare: int, capped: bool) -> Effect:
    columns = record.model_dump(include=_ADDED)
    return Effect("add_signup", {**columns, "spare": spare, "capped": int(capped)}, contested=True)


def pledged(record: Signup, at: datetime) -> Effect:
    """The person said they will come; contested by the version."""
    params = {
        "tenant": record.tenant,
        "id": record.id,
        "pledged_at": to_micros(at),
        "version": record.version,
    }
    return Effect("pledge_signup", params, contested=True)


def released(record: Signup, at: datetime, *, told_at: datetime | None) -> Effect:
    """The place is free again; without ``told_at`` the person still has to hear of it."""
    return _ended(record, SignupState.RELEASED, at, told_at)


def absent(record: Signup, at: datetime, *, reason: str, note: str = "") -> Effect:
    """The person said they will not come, and the leaders still have to hear of it."""
    return _ended(record, SignupState.ABSENT, at, None, reason, note)


def absence_told(record: Signup) -> Effect:
    """The person will not come to a shift of a team where nobody signs up; contested, so that it is told
    once. The leaders still have to hear of it."""
    told = record.model_dump(include={"tenant", "id", "shift_id", "person_id", "reason", "note", "ended_at"})
    return Effect("add_absence", told, contested=True)


def _ended(
    record: Signup,
    state: SignupState,
    at: datetime,
    told_at: datetime | None,
    reason: str = "",
    note: str = "",
) -> Effect:
    return Effect(
        "end_signup",
        {
            "tenant": record.tenant,
            "id": record.id,
            "state": state,
            "reason": reason,
            "note": note,
            "ended_at": to_micros(at),
            "told_at": None if told_at is None else to_micros(told_at),
            "version": record.version,
        },
        contested=True,
    )


def absence_withdrawn(record: Signup, at: datetime) -> Effect:
    """An absence told by mistake is forgotten; contested by the version."""
    params = {"tenant": record.tenant, "id": record.id, "told_at": to_micros(at), "version": record.version}
    return Effect("withdraw_absence", params, contested=True)


def told(record: Signup, at: datetime) -> Effect:
    """Whoever should hear of the last change hears it now; contested, so that they hear it once."""
    params = {"tenant": record.tenant, "id": record.id, "told_at": to_micros(at)}
    return Effect("tell_signup", params, contested=True)


def asked(record: Signup, at: datetime) -> Effect:
    """The person is asked whether they will come."""
    return Effect("ask_signup", {"tenant": record.tenant, "id": record.id, "asked_at": to_micros(at)})


def left(tenant: str, team_id: str, person_id: str, at: datetime) -> Effect:
    """Give back every place of someone who is no longer in the team."""
    params = {"tenant": tenant, "team_id": team_id, "person_id": person_id, "ended_at": to_micros(at)}
    return Effect("release_signups_of_member", params)
