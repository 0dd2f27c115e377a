"""Put two cases that are one together, or take them apart again; nobody who told either is lost."""

from collections.abc import Sequence
from typing import Annotated, Any, ClassVar

from handlers import alike, case_words, casework
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Choice, Form, FormField, Option
from handlers.messages import Button
from handlers.permissions import Access
from handlers.turn import Turn
from storage import cases
from storage.cases import CaseKey
from storage.records.case import Case, CaseCard

NONE = "none"
"""The option that none of those proposed is the same."""
PARTS, PART = "parts", "part"
"""What a button asks for: to see what is inside a case, to take one out."""


class MergeCasesForm(Form):
    """The case that another is part of."""

    name: ClassVar[str] = "merge_cases"
    summary: ClassVar[bool] = False

    into: Annotated[str | None, Choice()] = None
    case: str = ""


class MergeCases(Conversation):
    """See the module. The argument is a case to be merged, ``parts:<case>`` to see what is inside one, or
    ``part:<case>`` to take one out of where it is."""

    name = "merge_cases"
    access = Access.LEADER
    form = MergeCasesForm

    def needs(self, opening: Opening) -> Needs:
        """The case, what it may be the same as, and what is inside it."""
        case_id = _asked(opening)
        yield from casework.needs(opening, case_id)
        yield cases.near.of((opening.actor.tenant, case_id))
        yield cases.inside.of((opening.actor.tenant, case_id))
        yield cases.alone.of((opening.actor.tenant, case_id))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Offer what may be the same; or part what was merged."""
        verb, _, case_id = arg.rpartition(":")
        if verb == PART:
            self._part(turn, case_id)
            return None
        found = casework.asked(turn, case_id)
        if found is None:
            return None
        if verb == PARTS:
            self._parts(turn, found[0])
            return None
        if not self._near(turn, case_id):
            turn.say(turn.text("merge-cases-nothing"), [_home(turn, case_id)])
            return None
        return Begin({"case": case_id})

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """Each case that may be the same, or none of them."""
        near = self._near(turn, _drafted(turn))
        named = [Option(one.id, self._named(turn, one)) for one in near]
        return [*named, Option(NONE, turn.text("merge-cases-none"))]

    def question(self, turn: Turn, field: FormField, draft: dict[str, Any]) -> str:
        """The case and those proposed, with what was said of each, so that a person can tell."""
        case_id = str(draft.get("case", ""))
        case = turn.facts.get(cases.card.of((turn.actor.tenant, case_id)))
        told = [self._told(turn, one) for one in self._near(turn, case_id)]
        own = self._told(turn, case) if case else ""
        return turn.text("merge-cases-into", case=own, others="\n".join(f"· {one}" for one in told))

    def finish(self, turn: Turn, draft: MergeCasesForm) -> None:
        """Merge the younger into the older; or remember that they are not the same."""
        found = casework.asked(turn, draft.case)
        if found is None:
            return
        case, near = found[0], self._near(turn, draft.case)
        if draft.into == NONE:
            turn.note(*(casework.step(turn, case, "apart", other=one.id) for one in near))
            turn.say(turn.text("merge-cases-apart"), [_home(turn, case.id)])
            return
        other = next((one for one in near if one.id == draft.into), None)
        if other is None:
            turn.say(turn.text("merge-cases-nothing"), [_home(turn, case.id)])
            return
        older, younger = sorted((case, other), key=lambda one: (one.created_at, one.id))
        turn.note(*cases.merged(younger, older), casework.step(turn, older, "merged", other=younger.id))
        said = turn.text("merge-cases-done", people=len(older.people | younger.people))
        undo = Button(turn.text("merge-cases-part"), action(self.name, f"{PART}:{younger.id}"))
        turn.say(said, [[undo], _home(turn, older.id)])

    def _parts(self, turn: Turn, case: CaseCard) -> None:
        """Everything that was merged into a case, each to be taken out again."""
        inside = turn.facts.get(cases.inside.of((case.tenant, case.id))) or []
        rows = [[Button(self._named(turn, one), action(self.name, f"{PART}:{one.id}"))] for one in inside]
        turn.say(turn.text("merge-cases-inside", count=len(inside)), [*rows, _home(turn, case.id)])

    def _part(self, turn: Turn, case_id: str) -> None:
        """Take a case out of the one it is in; what was merged into it before stays with it."""
        key: CaseKey = (turn.actor.tenant, case_id)
        whole = turn.facts.get(cases.card.of(key))
        case = turn.facts.get(cases.alone.of(key))
        if case is None or whole is None or not casework.answers_for(turn, whole):
            turn.say(turn.text("case-gone"), [[Button(turn.text("menu-cases"), action("cases"))]])
            return
        if not case.merged_into:
            turn.say(turn.text("merge-cases-alone"), [_home(turn, case.id)])
            return
        turn.note(*cases.parted(case), casework.step(turn, whole, "parted", other=case.id))
        turn.say(turn.text("merge-cases-parted"), [_home(turn, case.id)])

    def _near(self, turn: Turn, case_id: str) -> list[CaseCard]:
        """What is proposed, of what whoever asks answers for as well."""
        key: CaseKey = (turn.actor.tenant, case_id)
        case = turn.facts.get(cases.card.of(key)) if case_id else None
        near = turn.facts.get(cases.near.of(key)) or [] if case_id else []
        mine = [one for one in near if casework.answers_for(turn, one)]
        return alike.proposed(case, mine) if case else []

    def _named(self, turn: Turn, case: Case) -> str:
        return f"{case_words.kind(turn.words, case)} · {case_words.at(case)}"

    def _told(self, turn: Turn, case: CaseCard) -> str:
        notes = case_words.notes(case)
        named = f"{self._named(turn, case)} · {turn.text('case-people', count=len(case.people))}"
        return f"{named}: {notes}" if notes else named


def _home(turn: Turn, case_id: str) -> list[Button]:
    return [
        Button(turn.text("case-show"), action("case", case_id)),
        Button(turn.text("cases-back"), action("cases")),
    ]


def _drafted(turn: Turn) -> str:
    return str(turn.session.draft.get("case", "")) if turn.session else ""


def _asked(opening: Opening) -> str:
    if opening.session and opening.session.form == MergeCases.name and not opening.arg:
        return str(opening.session.draft.get("case", ""))
    return opening.arg.rpartition(":")[2]
