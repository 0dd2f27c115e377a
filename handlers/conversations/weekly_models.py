"""Which good models of the week the roll-up passes on: each is on or off."""

from handlers.conversation import Begin, Conversation, Needs, Opening
from handlers.messages import Button
from handlers.permissions import Access
from handlers.turn import Turn
from handlers.weekly import asked
from handlers.weekly.asked import asking
from storage import rollups
from storage.records.rollup import Rollup, RollupState
from storage.week_pictures import WeekPicture

SEE, TURN = "see", "turn"
VERBS = (SEE, TURN)
MOST = 12
"""Models offered at once; no week had more."""


class WeeklyModels(Conversation):
    """See the module. A model is named by its place in the list of the week: ids are too long for a button
    beside a unit and a day."""

    name = "weekly_models"
    access = Access.TOTALS
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """The week of the unit."""
        return asked.needs(opening, asked.read(opening.arg, VERBS))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """The list, or one of them switched."""
        wanted = asked.read(arg, VERBS)
        seen = asked.picture(turn, wanted)
        if seen is None:
            asked.choose(turn, "weekly", "see")
            return None
        draft, _ = asked.drafted(turn, seen)
        if draft.state is not RollupState.DRAFT:
            turn.say(turn.text("weekly-sent-already"), [[self._back(turn, seen)]])
            return None
        if wanted.verb == TURN and wanted.rest:
            draft = self._turned(turn, seen, draft, wanted.rest[0])
        self._list(turn, seen, draft)
        return None

    def _turned(self, turn: Turn, seen: WeekPicture, draft: Rollup, tail: str) -> Rollup:
        """The model whose id ends so, chosen or not any more."""
        model = next((one for one in seen.models if one.id.endswith(tail)), None)
        if model is None:
            return draft
        back = model.id in draft.left_out
        without = [one for one in draft.left_out if one != model.id] if back else [*draft.left_out, model.id]
        after = draft.model_copy(update={"left_out": without, "updated_at": turn.now})
        turn.note(rollups.saved(after))
        return after

    def _list(self, turn: Turn, seen: WeekPicture, draft: Rollup) -> None:
        rows = []
        for one in seen.models[:MOST]:
            on = "no" if one.id in draft.left_out else "yes"
            switch = asking(self.name, TURN, seen.unit_code, seen.period, one.id[-12:])
            rows.append([Button(turn.text("weekly-models-one", name=one.name, on=on), switch)])
        chosen = sum(one.id not in draft.left_out for one in seen.models)
        said = turn.text("weekly-models-all", count=len(seen.models), chosen=chosen)
        turn.say(said, [*rows, [self._back(turn, seen)]])

    def _back(self, turn: Turn, seen: WeekPicture) -> Button:
        return Button(turn.text("weekly-open"), asking("weekly", "see", seen.unit_code, seen.period))
