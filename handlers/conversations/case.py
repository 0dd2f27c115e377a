"""One case: what was told of it, who has it, and what whoever answers for it can do."""

from collections.abc import Callable, Mapping

from handlers import alike, case_steps, case_words, casework, controller
from handlers.case_kinds import SOLVERS
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.exercise import marked
from handlers.holding import at_level, next_held
from handlers.leading import unit_named
from handlers.messages import Button, Lane, Outbound
from handlers.permissions import Access
from handlers.turn import UNDO_FOR, Turn
from locales import words
from locales.formats import clock, given_name
from storage import cases
from storage.records.case import LEVELS, CaseCard, CaseState, Level


class OneCase(Conversation):
    """See the module. The argument is a case, or what to do with it: ``take:<case>``."""

    name = "case"
    access = Access.LEADER
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """The case with all that belongs to it, and what it may be the same as."""
        _, case_id = _read(opening.arg)
        yield from casework.needs(opening, case_id)
        yield from controller.needs(opening)
        yield cases.near.of((opening.actor.tenant, case_id))
        yield cases.inside.of((opening.actor.tenant, case_id))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Do what is asked if it may still be done, then show where the case stands."""
        verb, case_id = _read(arg)
        found = casework.asked(turn, case_id)
        if found is None:
            return None
        case, level = found
        do: Mapping[str, Callable[[Turn, CaseCard, Level], None]] = {
            "take": self._take,
            "free": self._free,
            "up": self._up,
            "back": self._back,
            "close": self._close,
            "open": self._open,
        }
        do.get(verb, self._show)(turn, case, level)
        return None

    def _show(self, turn: Turn, case: CaseCard, level: Level, before: str = "") -> None:
        lines = [before] if before else []
        lines += [
            turn.text(
                "case-head",
                what=case_words.kind(turn.words, case),
                unit=unit_named(turn, case.unit_code),
                day=case_words.long_day(turn.words, case),
            ),
            turn.text(
                "case-size",
                people=len(case.people),
                teams=case_words.teams(case),
                stopped="yes" if case.stopped else "no",
                age=case_words.age(turn.words, case.created_at, turn.now),
            ),
            self._where(turn, case),
            *(f"{clock(one.created_at)} {one.note}" for one in case.tellings if one.note),
        ]
        if solvers := SOLVERS.get(case.code):
            named = ", ".join(turn.text(f"case-level-{one}") for one in solvers)
            lines.append(turn.text("case-solvers", who=named))
        if case.answer:
            lines.append(turn.text("case-answered", answer=case.answer))
        said = marked(turn.words, "\n".join(lines), exercise=case.exercise)
        turn.say(said, self._steps(turn, case, level))

    def _where(self, turn: Turn, case: CaseCard) -> str:
        holders = casework.above(turn, case.id)
        mine = case.taken_by == turn.actor.key[1]
        taker = next((given_name(one.name) for one in holders if one.person_id == case.taken_by), "")
        return turn.text(
            "case-where",
            state=case.state,
            level=turn.text(f"case-level-{case.level}"),
            taker=turn.text("case-you") if mine else taker or turn.text("case-somebody"),
        )

    def _steps(self, turn: Turn, case: CaseCard, level: Level) -> list[list[Button]]:
        back = [Button(turn.text("cases-back"), action("cases"))]
        answer = Button(turn.text("case-answer"), action("answer_case", case.id))
        if not case.open:
            return [[self._way(turn, case, "open"), answer], back]
        mine = case.state is CaseState.TAKEN and case.taken_by == turn.actor.key[1]
        rows = [[self._way(turn, case, "free" if mine else "take"), answer]]
        higher = [self._way(turn, case, "up")] if self._may_pass(case, level) else []
        rows.append([*higher, self._way(turn, case, "close")])
        key = (turn.actor.tenant, case.id)
        same = alike.proposed(case, turn.facts.get(cases.near.of(key)) or [])
        if same:
            merge = Button(turn.text("case-same", count=len(same)), action("merge_cases", case.id))
            rows.append([merge])
        if turn.facts.get(cases.inside.of(key)):
            rows.append([Button(turn.text("case-parts"), action("merge_cases", f"parts:{case.id}"))])
        return [*rows, back]

    def _way(self, turn: Turn, case: CaseCard, verb: str) -> Button:
        return Button(turn.text(f"case-{verb}"), action(self.name, f"{verb}:{case.id}"))

    def _take(self, turn: Turn, case: CaseCard, level: Level) -> None:
        """Look after it; of two who tap, the second reads who was first."""
        if not case.open or case.state is CaseState.TAKEN:
            self._show(turn, case, level)
            return
        after = case_steps.taken(case, turn.actor.key[1], level, turn.now)
        turn.note(cases.moved(case, after), casework.step(turn, case, "taken"))
        self._show(turn, after, level, turn.text("case-taken"))

    def _free(self, turn: Turn, case: CaseCard, level: Level) -> None:
        if case.state is not CaseState.TAKEN or case.taken_by != turn.actor.key[1]:
            self._show(turn, case, level)
            return
        after = case_steps.freed(case, turn.now, casework.chosen(turn))
        turn.note(cases.moved(case, after), casework.step(turn, case, "freed"))
        self._show(turn, after, level)

    def _up(self, turn: Turn, case: CaseCard, level: Level) -> None:
        """Pass it to the next level that somebody holds, and say honestly which that is."""
        if not self._may_pass(case, level):
            self._show(turn, case, level)
            return
        holders = casework.above(turn, case.id)
        target = next_held(holders, case.level)
        if target is None and level is Level.PROVINCE:
            target = Level.CENTRAL
        if target is None:
            contact = controller.named(turn)["contact"]
            turn.say(turn.text("case-nobody", contact=contact), [self._home(turn, case)])
            return
        called = at_level(holders, target) if case.stopped else []
        told = bool(called) or target is Level.CENTRAL
        after = case_steps.passed(case, target, turn.now, casework.chosen(turn), told=told)
        turn.note(cases.moved(case, after), casework.step(turn, case, "passed"))
        for holder in called:
            reader = words(holder.contact.language)
            line = case_words.line(reader, case, turn.now, case_words.teams(case))
            said = reader("case-passed-to-you", case=line, notes=case_words.quoted(reader, case))
            steps = tuple(case_words.first_steps(reader, case.id))
            text = marked(reader, said, exercise=case.exercise)
            turn.tell(holder.contact, Outbound(text, (steps,), lane=Lane.ROLE))
        said = turn.text(
            "case-passed",
            level=turn.text(f"case-level-{target}"),
            skipped=self._skipped(turn, case.level, target),
            heard="central" if target is Level.CENTRAL else "now" if called else "round",
        )
        turn.say(
            said, [[Button(turn.text("undo"), action(self.name, f"back:{case.id}"))], self._home(turn, case)]
        )

    def _skipped(self, turn: Turn, since: Level, target: Level) -> str:
        """The levels between that nobody holds on this bot; empty where there are none."""
        between = LEVELS[LEVELS.index(since) + 1 : LEVELS.index(target)]
        return ", ".join(turn.text(f"case-level-{one}") for one in between) or "none"

    def _back(self, turn: Turn, case: CaseCard, level: Level) -> None:
        """Take back having passed it, as long as nothing happened since."""
        history = turn.facts.get(cases.history.of((turn.actor.tenant, case.id))) or []
        last = history[-1] if history else None
        mine = last is not None and last.kind == "passed" and last.person_id == turn.actor.key[1]
        if last is None or not mine or last.at < turn.now - UNDO_FOR or not case.open:
            turn.say(turn.text("undo-too-late"), [self._home(turn, case)])
            return
        before = Level(last.was_level)
        after = case_steps.passed(case, before, turn.now, casework.chosen(turn), told=True)
        turn.note(cases.moved(case, after), casework.step(turn, case, "taken_back"))
        self._show(turn, after, level, turn.text("case-back"))

    def _close(self, turn: Turn, case: CaseCard, level: Level) -> None:
        """It is over without an answer; those who told it hear that, and may say that it is not."""
        if not case.open:
            self._show(turn, case, level)
            return
        after = case_steps.solved(case, turn.actor.key[1], "", turn.now)
        turn.note(cases.moved(case, after), casework.step(turn, case, "closed"))
        told = casework.tell_authors(turn, case, "case-closed-for-you")
        self._show(turn, after, level, turn.text("case-closed", told=told))

    def _open(self, turn: Turn, case: CaseCard, level: Level) -> None:
        if case.open:
            self._show(turn, case, level)
            return
        after = casework.reopened(turn, case, "reopened", known=True)
        self._show(turn, after, level, turn.text("case-opened"))

    def _may_pass(self, case: CaseCard, level: Level) -> bool:
        """Whoever answers for the level that owns a case, or a higher one; over the centre there is none."""
        at_most = LEVELS.index(level) >= LEVELS.index(case.level)
        return case.open and at_most and case.level is not Level.CENTRAL

    def _home(self, turn: Turn, case: CaseCard) -> list[Button]:
        return [
            Button(turn.text("case-show"), action(self.name, case.id)),
            Button(turn.text("cases-back"), action("cases")),
        ]


def _read(arg: str) -> tuple[str, str]:
    """(what to do, case); a case alone is shown."""
    verb, parted, case_id = arg.partition(":")
    return (verb, case_id) if parted else ("", arg)
