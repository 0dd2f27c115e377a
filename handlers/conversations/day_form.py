"""What a leader says of the team's whole day: figure by figure it stands for the sum of the reports."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Annotated, Any, ClassVar

from handlers import doubts, leading, report_form, reporting, telling
from handlers.categories import FIGURES, label
from handlers.closed_days import is_closed
from handlers.conversation import TYPED, Begin, Conversation, Needs, Opening, action
from handlers.counted import figured, listed
from handlers.days import day_on, in_compact, read_compact
from handlers.engine import Choice, Day, Form, Option, Skippable, Tally, Text, When, YesNo
from handlers.exercise import marked
from handlers.messages import Button
from handlers.permissions import Access
from handlers.reporting import LOOK_BACK
from handlers.shorthand import ShorthandDraft, parse
from handlers.turn import UNDO_FOR, Turn
from locales.formats import near_day
from storage import day_forms, figures, reports, teams
from storage.attendances import TeamDays
from storage.records.team import TeamCard
from storage.records.work import DayForm, HelpReport, ReportState
from storage.sources import TeamKey

UNDO = "u"
"""Before the day in a button that takes the leader's word about it back."""


def _is_late(draft: Any) -> bool:
    """Whether the day was closed when the form was opened: then a reason is asked."""
    return bool(draft.day and draft.opened_at) and is_closed(
        draft.day, draft.closes_minute, datetime.fromisoformat(draft.opened_at)
    )


class TeamDayForm(Form):
    """Figures and categories of one day. What is not given stays the sum of the reports."""

    name: ClassVar[str] = "day_form"

    team: Annotated[str | None, Choice()] = None
    figures: Annotated[dict[str, int] | None, Tally(max=99_999, zero=True), Skippable()] = None
    lines: Annotated[dict[str, int] | None, Tally(max=99_999), Skippable()] = None
    groups: Annotated[dict[str, int] | None, Tally(max=99_999), Skippable()] = None
    day: Annotated[str | None, Day()] = None
    approx: Annotated[bool | None, YesNo(), Skippable()] = None
    note: Annotated[str | None, Text(max=300), Skippable()] = None
    reason: Annotated[str | None, Text(max=200), When(_is_late)] = None
    difficulties: tuple[str, ...] = ()
    closes_minute: int = 0
    opened_at: str = ""


class TellDay(Conversation):
    """See the module."""

    name = "day_form"
    access = Access.LEADER
    form = TeamDayForm

    def needs(self, opening: Opening) -> Needs:
        """The team, or all that are led, with what was reported and said of its last days."""
        plain = replace(opening, arg="") if opening.arg.startswith(TYPED) else opening
        yield from leading.needs(plain, self.name)
        led = [(opening.actor.tenant, one) for one in opening.actor.led]
        for key in sorted({*leading.keys(plain, self.name), *led}):
            yield teams.card.of(key)
            yield reports.of_team.of(_days(key, opening.now))
            yield day_forms.of_team.of(_days(key, opening.now))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Take a word back, read a typed line, or ask for the figures of one team's day."""
        if arg.startswith(TYPED):
            return self._from_line(turn, parse(arg.removeprefix(TYPED), turn.today_on))
        team = leading.team(turn, leading.asked(turn.actor, arg))
        if team is None:
            leading.choose(turn, self.name, arg)
            return None
        said = arg.partition(":")[2]
        day = (read_compact(said.removeprefix(UNDO)) or turn.today_on).isoformat()
        if said.startswith(UNDO):
            self._undo(turn, team, day)
            return None
        given = self._given(turn, team, day)
        return Begin(given, at="figures") if given.get("figures") else Begin(given)

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """The teams that are led, the figures, or the codes of the report form."""
        if field == "team":
            named = {*turn.actor.led, str(turn.session.draft.get("team") or "") if turn.session else ""}
            cards = [leading.team(turn, one) for one in sorted(named)]
            return [Option(card.id, card.name) for card in cards if card]
        if field == "figures":
            return [Option(key, turn.text(label("figure", key))) for key in FIGURES]
        return report_form.options(turn, field)

    def check(self, turn: Turn, field: str, draft: dict[str, Any]) -> str | None:
        """A day that has come, of the last month."""
        return reporting.far(turn) if field == "day" and reporting.is_far(turn, draft["day"]) else None

    def hides(self, turn: Turn, field: str, held: Any) -> bool:
        """Today goes without saying, and so does a number that was counted."""
        return (field == "day" and held == turn.today_on.isoformat()) or held is False

    def summary(self, turn: Turn, lines: str) -> str:
        """What will stand for the team's day, beside what its people reported."""
        draft = turn.session.draft if turn.session else {}
        team = leading.team(turn, str(draft.get("team") or ""))
        name = team.name if team else ""
        said = turn.text("day-form-summary", team=name, lines=lines)
        return "\n".join([said, *self._beside(turn, draft), *self._doubts(turn, draft)])

    def finish(self, turn: Turn, draft: TeamDayForm) -> None:
        """The leader's word with its totals, in the place of the one before it."""
        team = leading.team(turn, draft.team or "")
        if team is None:
            turn.say(turn.text("team-gone"))
            return
        made = self._form(turn, team, draft)
        old = day_forms.standing(self._forms(turn, team.id), made.day_on)
        if old is not None:
            made = made.model_copy(update={"replaces": old.id})
            turn.note(day_forms.moved(old, ReportState.REPLACED))
        turn.note(day_forms.added(made), *figures.given(made, old))
        for code in draft.difficulties:
            turn.note(*telling.written(telling.told(turn, team, code, day_on=made.day_on), team))
        self._say_done(turn, team, made)

    def _say_done(self, turn: Turn, team: TeamCard, made: DayForm) -> None:
        day = date.fromisoformat(made.day_on)
        parts = [figured(turn.words, made.figures), listed(turn.words, "help", made.lines)]
        said = turn.text(
            "day-form-done",
            day=near_day(day, turn.words.language),
            counts="; ".join(part for part in parts if part) or turn.text("day-form-nothing"),
        )
        after = [
            Button(turn.text("report-change"), action(self.name, f"{team.id}:{in_compact(day)}")),
            Button(turn.text("undo"), action(self.name, f"{team.id}:{UNDO}{in_compact(day)}")),
        ]
        see = Button(turn.text("team-reports-see"), action("team_reports", f"{team.id}:{in_compact(day)}"))
        turn.say(marked(turn.words, said, exercise=team.exercise), [after, [see]])

    def _given(self, turn: Turn, team: TeamCard | None, day_on: str) -> dict[str, Any]:
        """What needs no asking, and what stands already."""
        led = [leading.team(turn, one) for one in turn.actor.led]
        card = team or next((one for one in led if one), None)
        given: dict[str, Any] = {
            **dict.fromkeys(("lines", "groups", "approx", "note")),
            "day": day_on,
            "closes_minute": card.closes_minute if card else 0,
            "opened_at": turn.now.isoformat(),
        }
        stands = day_forms.standing(self._forms(turn, team.id), day_on) if team else None
        if stands is not None:
            given |= {"lines": dict(stands.lines) or None, "groups": dict(stands.groups) or None}
            told = {key: stands.figures[key] for key in FIGURES if key in stands.figures}
            given |= {"figures": told} if told else {}
            given |= {"note": stands.note or None}
        return given | ({"team": team.id} if team else {})

    def _from_line(self, turn: Turn, said: ShorthandDraft) -> Begin | None:
        """A typed line, put into what stands already; at this form's own question it is about its team and
        day."""
        asked = turn.left.draft if turn.left is not None and turn.left.form == self.name else {}
        only = turn.actor.led[0] if len(turn.actor.led) == 1 else ""
        team = leading.team(turn, str(asked.get("team") or only))
        day = reporting.day_said(said, turn.today_on).isoformat()
        given = self._given(turn, team, str(asked.get("day") or day) if said.day == "today" else day)
        answers = reporting.filled(said, FIGURES)
        visits = answers.pop("visits", None)
        if visits is not None:
            answers["figures"] = {figures.VISITS: visits, **(answers.get("figures") or {})}
        given |= {"difficulties": answers.pop("difficulties", ())}
        kept = {"lines", "figures", "groups", "approx"}
        given = reporting.changed(given, {key: value for key, value in answers.items() if key in kept})
        given = {key: value for key, value in given.items() if key in TeamDayForm.model_fields}
        remarks = [turn.text(f"report-ask-{one.replace('_', '-')}") for one in said.asks]
        others = [turn.text(label("figure", key)) for key in said.figures if key not in FIGURES]
        if missed := [*said.unknown, *others]:
            remarks.append(turn.text("report-not-understood", parts="; ".join(missed)))
        if not asked:
            remarks.append(turn.text("day-form-whole"))
        if reporting.is_far(turn, given["day"]):
            del given["day"]
            remarks.append(reporting.far(turn))
        return Begin(given, "\n".join(remarks))

    def _form(self, turn: Turn, team: TeamCard, draft: TeamDayForm) -> DayForm:
        day = draft.day or turn.today_on.isoformat()
        return DayForm(
            tenant=team.tenant,
            id=turn.new_id(),
            team_id=team.id,
            person_id=turn.actor.key[1],
            unit_code=team.unit_on(day),
            organisation_id=team.organisation_id,
            campaign_id=team.campaign_id,
            exercise=team.exercise,
            day_on=day,
            figures=draft.figures or {},
            lines=draft.lines or {},
            groups=draft.groups or {},
            approx=bool(draft.approx),
            note=draft.note or "",
            reason=draft.reason or "",
            created_at=turn.now,
        )

    def _beside(self, turn: Turn, draft: Any) -> Iterator[str]:
        """What the people of the team reported, where the leader gives a figure as well."""
        parts = figures.of_day(self._counted(turn, draft), None)
        told = {key: parts[key, ""].count for key in draft.get("figures") or {} if (key, "") in parts}
        told = {key: count for key, count in told.items() if count}
        if told:
            yield turn.text("day-form-beside", counts=figured(turn.words, told))

    def _doubts(self, turn: Turn, draft: Any) -> Iterator[str]:
        given = draft.get("figures") or {}
        parts = figures.of_day(self._counted(turn, draft), None).get((figures.VISITS, ""))
        if parts is not None and figures.VISITS in given and given[figures.VISITS] < parts.count:
            yield turn.text("doubt-below-parts", visits=given[figures.VISITS], parts=parts.count)
        yield from report_form.worded(turn, doubts.of_classes(given))

    def _counted(self, turn: Turn, draft: Any) -> list[HelpReport]:
        if not draft.get("team"):
            return []
        days = _days((turn.actor.tenant, draft["team"]), turn.now)
        found = turn.facts.get(reports.of_team.of(days)) or []
        return [one for one in found if one.day_on == draft["day"] and one.state is ReportState.COUNTED]

    def _forms(self, turn: Turn, team_id: str) -> list[DayForm]:
        return turn.facts.get(day_forms.of_team.of(_days((turn.actor.tenant, team_id), turn.now))) or []

    def _undo(self, turn: Turn, team: TeamCard, day_on: str) -> None:
        forms = self._forms(turn, team.id)
        made = day_forms.standing(forms, day_on)
        if made is None or made.created_at < turn.now - UNDO_FOR:
            turn.say(turn.text("undo-too-late"))
            return
        turn.note(*reporting.day_undone(forms, made))
        back = leading.back(turn, team)
        turn.say(turn.text("day-form-undone"), [[back]])


def _days(key: TeamKey, now: datetime) -> TeamDays:
    return (*key, day_on(now - LOOK_BACK), day_on(now))
