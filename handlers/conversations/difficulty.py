"""Tell what got stuck: what, how badly, a word about it; or that one met what somebody told already."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Annotated, Any, ClassVar

from handlers import case_words, casework, telling
from handlers.categories import DIFFICULTIES, SEVERITIES, label
from handlers.conversation import TYPED, Begin, Conversation, Needs, Opening, action
from handlers.days import day_on
from handlers.engine import Choice, Form, FormField, Option, Skippable, Text, When
from handlers.exercise import marked
from handlers.faq_asking import ASKED
from handlers.holding import reached
from handlers.messages import Button
from handlers.shorthand import parse
from handlers.turn import UNDO_FOR, Turn
from locales import words
from locales.formats import clock
from storage import attendances, cases, difficulties, holders, questions, teams
from storage.records.case import STOPPED, CaseCard
from storage.records.team import TeamCard
from storage.records.work import Difficulty

OTHER = "other"
"""The option for something else than what was told already."""
STILL = "still:"
"""Before the id of a case: its answer did not help."""
MOST = 4
"""Cases of one kind offered to be joined."""
NAMED = 3
"""Words that say what it is and no more: "mất mạng rồi"; a longer line is its note too."""


def _told_already(draft: Any) -> bool:
    return f"{draft.team}:{draft.code}" in draft.known


def _not_joined(draft: Any) -> bool:
    return draft.same in (None, OTHER)


class DifficultyForm(Form):
    """A code, then whether it is what others met; else a severity, and a note without anybody's data.

    ``known`` holds team:code of every kind that was told today in the team's commune.
    """

    name: ClassVar[str] = "difficulty"
    version: ClassVar[int] = 2
    summary: ClassVar[bool] = False
    together: ClassVar[tuple[str, ...]] = ("code", "severity", "note")

    team: Annotated[str | None, Choice()] = None
    code: Annotated[str | None, Choice(sole=True)] = None
    same: Annotated[str | None, Choice(), When(_told_already)] = None
    severity: Annotated[str | None, Choice(), When(_not_joined)] = None
    note: Annotated[str | None, Text(max=300), Skippable(), When(_not_joined)] = None
    known: tuple[str, ...] = ()


class TellDifficulty(Conversation):
    """See the module. Whoever met the same joins with one tap, and hears the answer with all others."""

    name = "difficulty"
    command = "khokhan"
    form = DifficultyForm

    def needs(self, opening: Opening) -> Needs:
        """The person's teams with what was told there today and who answers for them; what they told."""
        yield attendances.still_open.of(opening.actor.key)
        yield difficulties.of_person.of((*opening.actor.key, _yesterday(opening)))
        yield cases.waits.of(opening.actor.tenant)
        for one in opening.actor.in_teams:
            key = (one.tenant, one.team_id)
            yield teams.card.of(key)
            yield holders.of_team.of(key)
            yield cases.of_day.of((*key, day_on(opening.now)))
        if opening.arg.startswith(ASKED):
            yield questions.by_id.of((opening.actor.tenant, opening.arg.removeprefix(ASKED)))
        if opening.arg.startswith(STILL):
            yield cases.card.of((opening.actor.tenant, opening.arg.removeprefix(STILL)))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Ask what, unless ``arg`` names it; the team is known where there is one, or from being on duty."""
        verb, _, named = arg.partition(":")
        if verb == "undo":
            self._undo(turn, named)
            return None
        if verb == "still":
            self._still(turn, named)
            return None
        cards, before = self._teams(turn), ""
        on_duty = turn.facts.get(attendances.still_open.of(turn.actor.key))
        given: dict[str, Any] = {"code": arg} if arg in DIFFICULTIES else {}
        if arg.startswith(ASKED):
            given = self._written(turn, arg)
        if arg.startswith(TYPED):
            given = _said(arg.removeprefix(TYPED), turn.today_on)
            before = turn.text("difficulty-understood", what=turn.text(label("difficulty", given["code"])))
        given["known"] = tuple(f"{card.id}:{code}" for card in cards for code, _ in self._today(turn, card))
        if on_duty is not None:
            given["team"] = on_duty.team_id
        elif len(cards) == 1:
            given["team"] = cards[0].id
        return Begin(given, before=before)

    def retold(self, field: str, said: str, today_on: date) -> str:
        """What got stuck may be said instead of chosen: "cổng treo từ 8h"."""
        return f"{TYPED}{said}" if field == "code" and _kinds(said, today_on) else ""

    def _written(self, turn: Turn, arg: str) -> dict[str, Any]:
        """What somebody wrote already as if they asked: the note, and its kind where that is clear."""
        asked = turn.facts.get(questions.by_id.of((turn.actor.tenant, arg.removeprefix(ASKED))))
        if asked is None or asked.person_id != turn.actor.key[1]:
            return {}
        kinds = _kinds(asked.question, turn.today_on)
        return {"note": asked.question} | ({"code": kinds[0]} if len(kinds) == 1 else {})

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """Codes of the difficulty, the cases of that code, or how bad it is."""
        if field == "team":
            return [Option(card.id, card.name) for card in self._teams(turn)]
        if field == "severity":
            return [Option(code, turn.text(label("severity", code))) for code in SEVERITIES]
        if field == "same":
            return self._joinable(turn)
        return [Option(code, turn.text(label("difficulty", code))) for code in self._codes(turn)]

    def _codes(self, turn: Turn) -> Sequence[str]:
        """Every kind; the only one where the note says it: "cổng treo từ 8h, dừng" in one message."""
        draft = turn.session.draft if turn.session else {}
        said = str(draft.get("note") or "") if not draft.get("code") else ""
        kinds = _kinds(said, turn.today_on) if said else []
        return kinds if len(kinds) == 1 else DIFFICULTIES

    def question(self, turn: Turn, field: FormField, draft: dict[str, Any]) -> str:
        """What was told already is shown with its answer, if it has one."""
        if field.name != "same":
            return super().question(turn, field, draft)
        return "\n".join(
            [turn.text("difficulty-same"), *(self._shown(turn, one) for one in self._same(turn))]
        )

    def finish(self, turn: Turn, draft: DifficultyForm) -> None:
        """Keep it, alone or with those who met the same."""
        team = next((card for card in self._teams(turn) if card.id == draft.team), None)
        if team is None or draft.code is None:
            turn.say(turn.text("team-gone"))
            return
        wanted = (draft.same or "").removeprefix(STILL)
        joined = next((case for _, case in self._today(turn, team) if case.id == wanted), None)
        if joined is not None:
            self._join(turn, team, joined, again=str(draft.same).startswith(STILL))
            return
        severity, note = draft.severity or SEVERITIES[0], draft.note or ""
        one = telling.told(turn, team, draft.code, severity=severity, note=note)
        if draft.same == OTHER:  # a case of its own, beside those of its kind
            one = one.model_copy(update={"case_id": f"{one.case_id}-{turn.new_id()[-6:]}"})
        found = turn.facts.get(holders.of_team.of((team.tenant, team.id))) or []
        others = reached(found, without=one.person_id)
        who = telling.begun(turn, team, one, others, casework.chosen(turn))
        said = turn.text("difficulty-done", what=turn.text(label("difficulty", one.code)), who=who)
        climb = Button(turn.text("case-up"), action("case", f"up:{one.case_id}"))
        self._say(turn, team, said, one, [climb] if who == "self" else [])

    def _join(self, turn: Turn, team: TeamCard, case: CaseCard, *, again: bool) -> None:
        severity = STOPPED if case.stopped else telling.SLOW
        one = telling.told(turn, team, case.code, severity=severity, case=case.id)
        turn.note(difficulties.added(one))
        if again and not case.open:
            casework.reopened(turn, case, "still", known=False)
        said = turn.text(
            "difficulty-still" if again else "difficulty-joined",
            what=case_words.kind(turn.words, case),
            people=len(case.people | {one.person_id}),
        )
        self._say(turn, team, said, one, [])

    def _say(self, turn: Turn, team: TeamCard, said: str, one: Difficulty, more: list[Button]) -> None:
        after = [
            Button(turn.text("menu-faq"), action("faq")),
            Button(turn.text("undo"), action(self.name, f"undo:{one.id}")),
        ]
        turn.say(marked(turn.words, said, exercise=team.exercise), [more, after])

    def _still(self, turn: Turn, case_id: str) -> None:
        """The answer did not help: whoever told it opens the case again."""
        case = turn.facts.get(cases.card.of((turn.actor.tenant, case_id)))
        if case is None or turn.actor.key[1] not in case.people:
            turn.say(turn.text("case-gone"))
            return
        if not case.open:
            casework.reopened(turn, case, "still", known=False)
        what = case_words.kind(turn.words, case)
        turn.say(turn.text("difficulty-still", what=what, people=len(case.people)))

    def _undo(self, turn: Turn, difficulty_id: str) -> None:
        since = _yesterday(Opening(turn.actor, turn.inbound, "", turn.now))
        told = turn.facts.get(difficulties.of_person.of((*turn.actor.key, since))) or []
        one = next((each for each in told if each.id == difficulty_id), None)
        if one is None or one.created_at < turn.now - UNDO_FOR:
            turn.say(turn.text("undo-too-late"))
            return
        turn.note(difficulties.withdrawn(one))
        turn.say(turn.text("difficulty-undone"), [[Button(turn.text("menu-difficulty"), action(self.name))]])

    def _joinable(self, turn: Turn) -> list[Option]:
        """To join each case, or to say that its answer did not help; and something else."""
        told, options = self._same(turn), list[Option]()
        for case in told:
            since = clock(case.created_at) if len(told) > 1 else "none"
            if case.open:
                options.append(Option(case.id, turn.text("difficulty-me-too", since=since)))
            else:
                options.append(Option(f"{STILL}{case.id}", turn.text("difficulty-not-helped", since=since)))
                options.append(Option(case.id, turn.text("difficulty-helped", since=since)))
        return [*options, Option(OTHER, turn.text("difficulty-other-case"))]

    def _shown(self, turn: Turn, case: CaseCard) -> str:
        return turn.text(
            "difficulty-told",
            what=case_words.kind(turn.words, case),
            since=clock(case.created_at),
            people=len(case.people),
            notes=case_words.notes(case) or "none",
            answer="waits" if case.open else case.answer or "none",
        )

    def _same(self, turn: Turn) -> list[CaseCard]:
        """The cases of the chosen kind that were told today where the chosen team is."""
        draft = turn.session.draft if turn.session else {}
        team = next((card for card in self._teams(turn) if card.id == draft.get("team")), None)
        told = self._today(turn, team) if team else []
        return [case for code, case in told if code == draft.get("code")][:MOST]

    def _today(self, turn: Turn, team: TeamCard) -> list[tuple[str, CaseCard]]:
        """What was told today in the team's commune; newcomers are not shown it."""
        if any(one.pending for one in turn.actor.in_teams if one.team_id == team.id):
            return []
        return turn.facts.get(cases.of_day.of((team.tenant, team.id, day_on(turn.now)))) or []

    def _teams(self, turn: Turn) -> list[TeamCard]:
        found = [turn.facts.get(teams.card.of((one.tenant, one.team_id))) for one in turn.actor.in_teams]
        return [card for card in found if card]


def _kinds(said: str, today_on: date) -> list[str]:
    """The codes of what got stuck, as it is told in any words."""
    return parse(words("vi")("difficulty-line", said=said), today_on).difficulties


def _said(said: str, today_on: date) -> dict[str, Any]:
    """The code of what was said, and the line itself where it says more."""
    note = {"note": said} if len(said.split()) > NAMED else {}
    return {"code": (_kinds(said, today_on) or [OTHER])[0], **note}


def _yesterday(opening: Opening) -> str:
    return day_on(opening.now - timedelta(days=1))
