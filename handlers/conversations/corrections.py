"""Decide what volunteers ask about their hours: approve, or return with a reason."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any, ClassVar

from handlers import leading
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Choice, Form, FormField, Option, Text, When
from handlers.messages import Button, Lane, Outbound
from handlers.outgoing import best
from handlers.permissions import Access
from handlers.turn import UNDO_FOR, Turn
from locales import words
from locales.formats import clock, given_name, local, short_day
from storage import attendances, corrections
from storage.corrections import NamedCorrection
from storage.records.correction import CorrectionState
from storage.records.team import TeamCard

ALL, OTHER = "all", "other"
APPROVE, RETURN = "approve", "return"
REASONS = ("rota", "book", OTHER)
CORRECTED = "corrected"
_UNDO = "undo"


def _one_by_one(draft: Any) -> bool:
    return bool(draft.which) and draft.which != ALL


def _returning(draft: Any) -> bool:
    return _one_by_one(draft) and bool(draft.verdict == RETURN)


def _in_words(draft: Any) -> bool:
    return _returning(draft) and bool(draft.why == OTHER)


class CorrectionsForm(Form):
    """Which request, and what is decided."""

    name: ClassVar[str] = "corrections"
    summary: ClassVar[bool] = False

    which: Annotated[str | None, Choice()] = None
    verdict: Annotated[str | None, Choice(), When(_one_by_one)] = None
    why: Annotated[str | None, Choice(), When(_returning)] = None
    reason: Annotated[str | None, Text(max=200, min=3, one_line=True), When(_in_words)] = None
    team: str = ""


class Corrections(Conversation):
    """See the module. Nobody decides about their own hours."""

    name = "corrections"
    access = Access.LEADER
    form = CorrectionsForm

    def needs(self, opening: Opening) -> Needs:
        """The team and what waits in it; or the decision to take back."""
        verb, _, correction_id = opening.arg.partition(":")
        if verb == _UNDO:
            yield corrections.by_id.of((opening.actor.tenant, correction_id))
            return
        yield from leading.needs(opening, self.name)
        for key in leading.keys(opening, self.name):
            yield corrections.of_team.of(key)
            yield corrections.contacts_of_team.of(key)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """The list; one request alone is asked about at once."""
        verb, _, rest = arg.partition(":")
        if verb == _UNDO:
            self._undo(turn, rest)
            return None
        team = leading.team(turn, leading.asked(turn.actor, arg))
        if team is None:
            leading.choose(turn, self.name, arg)
            return None
        waiting = self._waiting(turn, team)
        if not waiting:
            turn.say(turn.text("corrections-none", team=team.name), [[leading.back(turn, team)]])
            return None
        given = {"team": team.id}
        return Begin(given | {"which": waiting[0].id} if len(waiting) == 1 else given)

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """Everything at once, then each; the two decisions; the usual reasons."""
        if field == "verdict":
            return [Option(one, turn.text(f"corrections-{one}")) for one in (APPROVE, RETURN)]
        if field == "why":
            return [Option(one, turn.text(f"corrections-why-{one}")) for one in REASONS]
        team = leading.of_form(turn)
        waiting = self._waiting(turn, team) if team else []
        every = Option(ALL, turn.text("corrections-all", count=len(waiting)))
        return [every, *(Option(one.id, _told(turn, one)) for one in waiting)] if waiting else []

    def question(self, turn: Turn, field: FormField, draft: dict[str, Any]) -> str:
        """Who asks for what."""
        team = leading.of_form(turn)
        if team is None:
            return turn.text("team-gone")
        waiting = self._waiting(turn, team)
        one = next((one for one in waiting if one.id == draft.get("which")), None)
        if field.name == "which" or one is None:
            return turn.text("corrections-which", count=len(waiting), team=team.name)
        if field.name != "verdict":
            return turn.text(self.key(field.name))
        return turn.text("corrections-verdict", told=_told(turn, one), origin=one.was_out_origin)

    def finish(self, turn: Turn, draft: CorrectionsForm) -> None:
        """Decide; whoever asked hears of it."""
        team = leading.team(turn, draft.team)
        if team is None:
            turn.say(turn.text("team-gone"))
            return
        meant = [one for one in self._waiting(turn, team) if draft.which in (ALL, one.id)]
        back = [leading.back(turn, team)]
        if not meant:
            turn.say(turn.text("corrections-decided"), [back])
        elif draft.verdict == RETURN:
            reason = draft.reason or turn.text(f"corrections-why-{draft.why}")
            self._return(turn, team, meant[0], reason)
            turn.say(turn.text("corrections-returned", name=given_name(meant[0].name)), [back])
        else:
            for one in meant:
                self._approve(turn, team, one)
            undo = Button(turn.text("undo"), action(self.name, f"{_UNDO}:{meant[0].id}"))
            said = turn.text("corrections-approved", count=len(meant))
            turn.say(said, [[undo] if len(meant) == 1 else [], back])

    def _approve(self, turn: Turn, team: TeamCard, one: NamedCorrection) -> None:
        turn.note(
            corrections.decided(one, CorrectionState.APPROVED, turn.now, by=turn.actor.key[1]),
            attendances.corrected(one.held, one.in_at, one.out_at, CORRECTED),
        )
        self._tell(turn, team, one, "correction-approved")

    def _return(self, turn: Turn, team: TeamCard, one: NamedCorrection, reason: str) -> None:
        by = turn.actor.key[1]
        turn.note(corrections.decided(one, CorrectionState.RETURNED, turn.now, by=by, reason=reason))
        self._tell(turn, team, one, "correction-returned", reason=reason)

    def _undo(self, turn: Turn, correction_id: str) -> None:
        """Take one's own approval of the last minutes back: the hours are as they were, the request waits."""
        one = turn.facts.get(corrections.by_id.of((turn.actor.tenant, correction_id)))
        own = one is not None and one.decided_by == turn.actor.key[1]
        fresh = one is not None and one.decided_at is not None and one.decided_at >= turn.now - UNDO_FOR
        if one is None or not own or not fresh or one.state is not CorrectionState.APPROVED:
            turn.say(turn.text("undo-too-late"))
            return
        was_out_at = one.was_out_at or one.out_at
        turn.note(
            corrections.decided(one, CorrectionState.ASKED, turn.now, by=""),
            attendances.corrected(one.held, one.was_in_at, was_out_at, one.was_out_origin),
        )
        again = Button(turn.text("fix-hours-decide"), action(self.name, one.team_id))
        turn.say(turn.text("corrections-undone", name=given_name(one.name)), [[again]])

    def _tell(self, turn: Turn, team: TeamCard, one: NamedCorrection, key: str, **given: str) -> None:
        known = turn.facts.get(corrections.contacts_of_team.of((team.tenant, team.id))) or []
        contact = best(contact for contact in known if contact.person_id == one.person_id)
        if contact is not None:
            reader = words(contact.language)
            hours, was = _hours(one.in_at, one.out_at), _hours(one.was_in_at, one.was_out_at or one.out_at)
            day = short_day(local(one.in_at).date())
            said = reader(key, day=day, hours=hours, was=was, **given)
            turn.tell(contact, Outbound(said, lane=Lane.ROLE))

    def _waiting(self, turn: Turn, team: TeamCard) -> list[NamedCorrection]:
        found = turn.facts.get(corrections.of_team.of((team.tenant, team.id))) or []
        return [one for one in found if one.person_id != turn.actor.key[1]]


def _hours(in_at: datetime, out_at: datetime) -> str:
    return f"{clock(in_at)}–{clock(out_at)}"


def _told(turn: Turn, one: NamedCorrection) -> str:
    """Mai Anh 23/11: 7h25–11h30 → 7h25–12h."""
    return turn.text(
        "corrections-one",
        name=one.name,
        day=short_day(local(one.was_in_at).date()),
        was=_hours(one.was_in_at, one.was_out_at or one.out_at),
        now=_hours(one.in_at, one.out_at),
    )
