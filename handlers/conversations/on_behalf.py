"""A coordinator puts in the figures of a team that is not on the bot yet: one message, marked as such."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Annotated, Any, ClassVar

from handlers import leading, reporting
from handlers.categories import FIGURES
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.counted import figured, listed
from handlers.days import day_on
from handlers.engine import Choice, Form, Option, Text
from handlers.exercise import marked
from handlers.messages import Button
from handlers.permissions import Access, may_lead
from handlers.reporting import LOOK_BACK
from handlers.shorthand import ShorthandDraft, parse
from handlers.turn import UNDO_FOR, Turn
from locales.formats import near_day, sort_name
from storage import day_forms, figures, teams
from storage.attendances import TeamDays
from storage.fold import fold
from storage.records.team import TeamCard
from storage.records.work import BEHALF, DayForm, ReportState

MOST = 12
"""Teams offered at once; a word of the name narrows them down."""
_UNDO = "u:"


class OnBehalfForm(Form):
    """Words of the team's name, the team, and the line that says its day."""

    name: ClassVar[str] = "on_behalf"

    wanted: Annotated[str | None, Text(max=80, one_line=True)] = None
    team: Annotated[str | None, Choice()] = None
    line: Annotated[str | None, Text(max=300, one_line=True)] = None


class OnBehalf(Conversation):
    """See the module. A team's own word is never replaced from above, and replaces what was put in for it."""

    name = "on_behalf"
    access = Access.COORDINATOR
    form = OnBehalfForm
    takes_rest = True

    def needs(self, opening: Opening) -> Needs:
        """The teams of the tenant, and what was said of the last days of the one that is meant."""
        tenant = opening.actor.tenant
        yield teams.of_tenant.of(tenant)
        undone = opening.arg.removeprefix(_UNDO) if opening.arg.startswith(_UNDO) else ""
        drafted = str(opening.session.draft.get("team") or "") if opening.session else ""
        for one in sorted({undone, drafted} - {""}):
            yield day_forms.of_team.of(_days(tenant, one, opening.now))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Take a word back, or ask for what the message leaves open."""
        if arg.startswith(_UNDO):
            self._undo(turn, arg.removeprefix(_UNDO))
            return None
        named, _, line = arg.partition(":")
        found = self._meant(turn, named)
        given: dict[str, Any] = {"wanted": named.strip()} if named.strip() and found else {}
        if len(found) == 1:
            given |= {"wanted": found[0].name, "team": found[0].id}
        if line.strip() and reporting.understood(self._read(turn, line)):
            given["line"] = line.strip()
        missed = named.strip() and not found
        return Begin(given, turn.text("on-behalf-no-team", said=named.strip()) if missed else "")

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """The teams that were meant."""
        wanted = str(turn.session.draft.get("wanted") or "") if turn.session else ""
        return [Option(one.id, leading.named(turn, one)) for one in self._meant(turn, wanted)[:MOST]]

    def check(self, turn: Turn, field: str, draft: dict[str, Any]) -> str | None:
        """A team there is, a line that says counts, a day of the last month."""
        if field == "wanted":
            known = self._meant(turn, draft["wanted"])
            return None if known else turn.text("on-behalf-no-team", said=draft["wanted"])
        if field != "line":
            return None
        said = self._read(turn, draft["line"])
        if not reporting.understood(said):
            return turn.text("on-behalf-unread")
        return reporting.far(turn) if reporting.is_far(turn, self._day(turn, said)) else None

    def summary(self, turn: Turn, lines: str) -> str:
        """What will stand for the team's day."""
        draft = turn.session.draft if turn.session else {}
        team, said = self._team(turn, draft), self._read(turn, str(draft.get("line") or ""))
        told = self._form(turn, team, said) if team else None
        if team is None or told is None:
            return turn.text("team-gone")
        return turn.text("on-behalf-summary", **self._told(turn, team, told))

    def finish(self, turn: Turn, draft: OnBehalfForm) -> None:
        """The figures count at once, marked; the leader's own word stands above them."""
        team = self._team(turn, draft.model_dump())
        if team is None:
            turn.say(turn.text("team-gone"), self.way_back(turn))
            return
        made = self._form(turn, team, self._read(turn, draft.line or ""))
        old = day_forms.standing(self._forms(turn, team.id), made.day_on)
        if old is not None and not old.on_behalf:
            turn.say(turn.text("on-behalf-told", team=team.name), self.way_back(turn))
            return
        if old is not None:
            made = made.model_copy(update={"replaces": old.id})
            turn.note(day_forms.moved(old, ReportState.REPLACED))
        turn.note(day_forms.added(made), *figures.given(made, old))
        said = turn.text("on-behalf-done", **self._told(turn, team, made))
        undo = Button(turn.text("undo"), action(self.name, f"{_UNDO}{team.id}"))
        again = Button(turn.text("on-behalf-again"), action(self.name))
        turn.say(marked(turn.words, said, exercise=team.exercise), [[undo, again]])

    def _told(self, turn: Turn, team: TeamCard, form: DayForm) -> dict[str, str]:
        parts = [figured(turn.words, form.figures), listed(turn.words, "help", form.lines)]
        day = near_day(date.fromisoformat(form.day_on), turn.words.language)
        return {
            "team": leading.named(turn, team),
            "day": day,
            "counts": "; ".join(one for one in parts if one),
        }

    def _form(self, turn: Turn, team: TeamCard, said: ShorthandDraft) -> DayForm:
        answers = reporting.filled(said, FIGURES)
        visits = answers.pop("visits", None)
        told = {figures.VISITS: visits} if visits is not None else {}
        return DayForm(
            tenant=team.tenant,
            id=turn.new_id(),
            team_id=team.id,
            person_id=turn.actor.key[1],
            unit_code=team.unit_on(self._day(turn, said)),
            organisation_id=team.organisation_id,
            campaign_id=team.campaign_id,
            exercise=team.exercise,
            day_on=self._day(turn, said),
            figures={**told, **answers.get("figures", {})},
            lines=answers.get("lines", {}),
            groups=answers.get("groups", {}),
            approx=said.approx,
            origin=BEHALF,
            created_at=turn.now,
        )

    def _undo(self, turn: Turn, team_id: str) -> None:
        """Take one's own last word of the last minutes back; the one before it stands again."""
        forms = self._forms(turn, team_id) if self._team(turn, {"team": team_id}) else []
        own = [one for one in forms if one.on_behalf and one.person_id == turn.actor.key[1]]
        counted = [one for one in own if one.state is ReportState.COUNTED]
        made = max(counted, key=lambda one: one.created_at, default=None)
        if made is None or made.created_at < turn.now - UNDO_FOR:
            turn.say(turn.text("undo-too-late"))
            return
        turn.note(*reporting.day_undone(forms, made))
        turn.say(turn.text("day-form-undone"), self.way_back(turn))

    def _read(self, turn: Turn, line: str) -> ShorthandDraft:
        return parse(line, turn.today_on)

    def _day(self, turn: Turn, said: ShorthandDraft) -> str:
        return reporting.day_said(said, turn.today_on).isoformat()

    def _team(self, turn: Turn, draft: Mapping[str, Any]) -> TeamCard | None:
        return next((one for one in self._all(turn) if one.id == draft.get("team")), None)

    def _all(self, turn: Turn) -> list[TeamCard]:
        found = turn.facts.get(teams.of_tenant.of(turn.actor.tenant)) or []
        return [one for one in found if may_lead(turn.actor, one)]

    def _meant(self, turn: Turn, words: str) -> list[TeamCard]:
        """The teams with these words in their name, the exact name first."""
        wanted, whole = fold(words), fold(turn.text("on-behalf-whole-name", name=words))
        found = [one for one in self._all(turn) if wanted and wanted in fold(leading.named(turn, one))]
        same = [one for one in found if fold(one.name) in (wanted, whole)]
        return same or sorted(found, key=lambda one: (sort_name(one.name), one.id))

    def _forms(self, turn: Turn, team_id: str) -> list[DayForm]:
        return turn.facts.get(day_forms.of_team.of(_days(turn.actor.tenant, team_id, turn.now))) or []


def _days(tenant: str, team_id: str, now: datetime) -> TeamDays:
    return tenant, team_id, day_on(now - LOOK_BACK), day_on(now)
