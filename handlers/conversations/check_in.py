"""Check in to a shift: one message, one answer; early, late or with a wrong code it is still recorded."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, ClassVar

from handlers import code_tries, position, sparing
from handlers.arrival import REACH, Arrival, arrival, near, open_to
from handlers.arrival_told import received, when
from handlers.claim import Claim, read_claim
from handlers.closing import taken_to_end
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.days import day_on
from handlers.engine import Choice, Form, Option
from handlers.exercise import marked
from handlers.messages import Button
from handlers.presence_code import TeamCodes
from handlers.shift_told import placed
from handlers.turn import UNDO_FOR, Turn
from locales.formats import clock
from storage import attendances, place_points, shifts, teams
from storage.records.membership import Membership
from storage.records.team import TeamCard
from storage.records.work import Attendance, grade_of
from storage.shifts import PlacedShift, ShiftWindow
from storage.sources import TeamKey

FREE = "free"
"""The option for turning up without a planned shift."""
LOOK_BACK = timedelta(days=1)


class CheckInForm(Form):
    """Asked only where it is not clear: which team, which shift. ``code`` and ``time`` came with the word."""

    name: ClassVar[str] = "check_in"
    summary: ClassVar[bool] = False

    team: Annotated[str | None, Choice()] = None
    shift: Annotated[str | None, Choice()] = None
    code: str = ""
    time: str = ""


class CheckIn(Conversation):
    """See the module."""

    name = "check_in"
    command = "vaoca"
    form = CheckInForm

    def takes(self, rest: str) -> bool:
        """A presence code, the time one came, or both: "4821 lúc 7h35"."""
        return read_claim(rest) is not None

    def needs(self, opening: Opening) -> Needs:
        """The open attendance, and each team with its shifts around now and the wrong codes of today."""
        yield attendances.still_open.of(opening.actor.key)
        for one in opening.actor.in_teams:
            key = (one.tenant, one.team_id)
            yield teams.card.of(key)
            yield shifts.of_team.of(_window(key, opening.now))
            yield code_tries.needs(key, day_on(opening.now))
            yield place_points.of_team.of(key)
        yield position.needs(opening)
        yield from sparing.needs(opening)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """One tap where one team has one shift, or none planned; a right code tells which team it is."""
        if arg == "undo":
            self._undo(turn)
            return None
        claim = read_claim(arg) or Claim()
        held = _held(turn)
        if held is not None:
            self._present(turn, held, claim)
            return None
        given = {"code": claim.code, "time": claim.time}
        came = _came(turn, claim)
        meant = [key for key, one in came.items() if one.by_code] or list(came)
        if len(meant) > 1:
            return Begin(given)
        given["team"] = meant[0][1]
        near_by = open_to(_planned(turn, meant[0]), came[meant[0]].at)
        if len(near_by) < 2:
            given["shift"] = near_by[0].id if near_by else FREE
        return Begin(given)

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """The person's teams, or the shifts that are near."""
        if field == "team":
            cards = [turn.facts.get(teams.card.of((one.tenant, one.team_id))) for one in turn.actor.in_teams]
            return [Option(card.id, card.name) for card in cards if card]
        draft = turn.session.draft if turn.session else {}
        came = _came(turn, Claim(str(draft.get("code", "")), str(draft.get("time", ""))))
        near_by = [
            shift
            for key, one in came.items()
            if draft.get("team") in (None, key[1])
            for shift in open_to(_planned(turn, key), one.at)
        ]
        free = Option(FREE, turn.text("check-in-free"))
        return [*(Option(shift.id, placed(turn.words, shift)) for shift in near_by), free]

    def finish(self, turn: Turn, draft: CheckInForm) -> None:
        """Record it, never refuse it: early, late and unproven are said, not judged."""
        claim, held = Claim(draft.code, draft.time), _held(turn)
        member = next((one for one in turn.actor.in_teams if one.team_id == draft.team), None)
        team = turn.facts.get(teams.card.of((turn.actor.tenant, draft.team or "")))
        if held is not None:
            self._present(turn, held, claim)
        elif team is None or member is None:
            turn.say(turn.text("team-gone"))
        else:
            shift = next(
                (one for one in _planned(turn, (team.tenant, team.id)) if one.id == draft.shift), None
            )
            self._record(turn, _Visit(team, member, shift, claim))

    def _record(self, turn: Turn, visit: "_Visit") -> None:
        key = (visit.team.tenant, visit.team.id)
        came = _came(turn, visit.claim)[key]
        remarks = [*received(turn, came.at), *self._coded(turn, visit, came), *_closed(turn)]
        forgotten = turn.facts.get(attendances.still_open.of(turn.actor.key))
        by_code = (
            came.by_code
            and not code_tries.knows(turn, key)
            and code_tries.left(turn, key, visit.shift_id) > 0
        )
        opened = _opened(turn, visit, came.at, by_code=by_code)
        turn.note(attendances.opened(opened))
        said = turn.text(
            "check-in-done",
            time=clock(came.at),
            team=visit.team.name,
            shift=placed(turn.words, visit.shift) if visit.shift else turn.text("check-in-free"),
            when=when(turn, came.at, visit.shift),
            remarks="".join(f"\n{remark}" for remark in remarks),
            next=_told_next(turn, visit.team),
        )
        said = marked(turn.words, said, exercise=visit.team.exercise)
        undo = Button(turn.text("undo"), action(self.name, "undo"), spoken=not turn.plenty)
        rows = [*_next(turn), [undo]]
        if forgotten is not None:
            rows.append([Button(turn.text("fix-hours-open"), action("fix_hours", forgotten.id))])
        offered = self._place_offered(turn, visit)
        if offered and position.consent(turn):
            position.ask(turn, f"{said}\n{turn.text('at-place-ask')}", rows, "at_place", opened.id)
        else:
            place = [Button(turn.text("at-place-prove"), action("at_place"))]
            turn.say(said, [*([place] if offered and position.consent(turn) is None else []), *rows])

    def _present(self, turn: Turn, held: Attendance, claim: Claim) -> None:
        """Checked in already: a code that comes later still proves it."""
        since, key = clock(held.in_at), (held.tenant, held.team_id)
        codes = TeamCodes(turn.desk.code_key, key)
        span = near(held.in_at, Claim().at(turn.inbound.sent_at, turn.now))
        if not claim.code:
            by = held.in_origin if not turn.plenty else "self"
            turn.say(turn.text("check-in-already", since=since, by=by), _next(turn))
        elif held.by_code:
            turn.say(turn.text("check-in-proven-already", since=since), _next(turn))
        elif code_tries.knows(turn, key):
            turn.say(turn.text("check-in-code-own"), _next(turn))
        elif codes.slot_of(claim.code, [span]) is None or not code_tries.left(turn, key, held.shift_id):
            turn.say(code_tries.wrong(turn, key, held.shift_id, claim.code), _next(turn))
        else:
            turn.note(attendances.proven(held, by_code=True))
            turn.say(turn.text("check-in-proven", since=since), _next(turn))

    def _coded(self, turn: Turn, visit: "_Visit", came: Arrival) -> Iterator[str]:
        """What is said of the code, or that there is one where none was sent."""
        key = (visit.team.tenant, visit.team.id)
        if not visit.claim.code:
            if sparing.uses_codes(turn, visit.team) and not code_tries.knows(turn, key):
                yield turn.text("check-in-code-hint")
        elif code_tries.knows(turn, key):
            yield turn.text("check-in-code-own")
        elif came.by_code and code_tries.left(turn, key, visit.shift_id):
            yield turn.text("check-in-code-right")
        else:
            yield code_tries.wrong(turn, key, visit.shift_id, visit.claim.code)

    def _place_offered(self, turn: Turn, visit: "_Visit") -> bool:
        """Whether a position could be compared with anything, and sent from here."""
        points = turn.facts.get(place_points.of_team.of((visit.team.tenant, visit.team.id))) or []
        return position.able(turn) and bool(position.compared_with(points, visit.shift))

    def _undo(self, turn: Turn) -> None:
        """Take a check-in of the last minutes back."""
        held = turn.facts.get(attendances.still_open.of(turn.actor.key))
        if held is None or held.in_origin != "self" or held.in_received_at < turn.now - UNDO_FOR:
            turn.say(turn.text("undo-too-late"))
            return
        turn.note(attendances.withdrawn(held))
        again = [[Button(turn.text("menu-check-in"), action(self.name))]]
        turn.say(turn.text("check-in-undone"), again)


@dataclass(frozen=True, slots=True)
class _Visit:
    """Which team and shift somebody came to, as a member of it, and what they said with it."""

    team: TeamCard
    member: Membership
    shift: PlacedShift | None
    claim: Claim

    @property
    def shift_id(self) -> str:
        return self.shift.id if self.shift else ""


def _window(team: TeamKey, now: datetime) -> ShiftWindow:
    return *team, now - LOOK_BACK, now + REACH


def _planned(turn: Turn, team: TeamKey) -> list[PlacedShift]:
    return turn.facts.get(shifts.of_team.of(_window(team, turn.now))) or []


def _came(turn: Turn, claim: Claim) -> dict[TeamKey, Arrival]:
    """What ``claim`` amounts to in each team of the person."""
    return {
        (one.tenant, one.team_id): arrival(
            claim,
            turn.inbound.sent_at,
            turn.now,
            _planned(turn, (one.tenant, one.team_id)),
            TeamCodes(turn.desk.code_key, (one.tenant, one.team_id)),
        )
        for one in turn.actor.in_teams
    }


def _held(turn: Turn) -> Attendance | None:
    """The presence under way; one whose time is over only waits to be closed."""
    held = turn.facts.get(attendances.still_open.of(turn.actor.key))
    return held if held is not None and _ended_at(turn, held) > turn.now else None


def _ended_at(turn: Turn, held: Attendance) -> datetime:
    planned = _planned(turn, (held.tenant, held.team_id))
    ends = next((one.ends_at for one in planned if one.id == held.shift_id), None)
    return taken_to_end(held, ends)


def _closed(turn: Turn) -> Iterator[str]:
    """Close what was forgotten before, and say so."""
    held = turn.facts.get(attendances.still_open.of(turn.actor.key))
    if held is not None:
        ended_at = _ended_at(turn, held)
        turn.note(attendances.closed(held, ended_at, turn.now, "auto"))
        yield turn.text("check-in-closed", since=clock(held.in_at), end=clock(ended_at))


def _opened(turn: Turn, visit: _Visit, at: datetime, *, by_code: bool) -> Attendance:
    return Attendance(
        tenant=visit.team.tenant,
        id=turn.new_id(),
        team_id=visit.team.id,
        person_id=turn.actor.key[1],
        shift_id=visit.shift_id,
        campaign_id=visit.team.campaign_id,
        day_on=day_on(visit.shift.starts_at if visit.shift else at),
        in_at=at,
        in_received_at=turn.now,
        grade=grade_of(by_code=by_code, at_place=None, by_leader=False),
        by_code=by_code,
        pending=visit.member.pending,
    )


def _told_next(turn: Turn, team: TeamCard) -> str:
    """How a shift is ended: in as few messages as it takes where they are scarce."""
    if turn.plenty:
        return "plenty"
    return "whole" if sparing.one_message(turn, team) else "scarce"


def _next(turn: Turn) -> list[list[Button]]:
    return [
        [
            Button(turn.text("menu-report"), action("report"), spoken=not turn.plenty),
            Button(turn.text("menu-check-out"), action("check_out"), spoken=not turn.plenty),
        ],
        [Button(turn.text("menu-call-help"), action("call_help"))],
    ]
