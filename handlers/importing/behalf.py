"""What rows of a list of figures change where some of it is there already. Pure: records in, effects out.

A team's own word stands above the list; what was put in for it before is replaced where it differs, so that a
list taken in twice changes nothing.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from handlers.importing.figures import DayTold
from handlers.importing.judged import Fault
from storage import day_forms, figures
from storage.effects import Effect
from storage.fold import fold
from storage.records.team import TeamCard
from storage.records.work import BEHALF, DayForm, ReportState

BY = "operator"


class Behalf:
    """Puts rows in one after another; ``effects``, ``counts`` and ``faults`` are what came of them."""

    def __init__(
        self,
        teams: Sequence[TeamCard],
        standing: Mapping[tuple[str, str], DayForm],
        now: datetime,
        new_id: Callable[[], str],
    ) -> None:
        self.effects: list[Effect] = []
        self.counts: Counter[str] = Counter()
        self.faults: list[Fault] = []
        self._teams = {(one.tenant, one.unit_code, fold(one.name)): one for one in teams}
        self._standing = standing
        self._now = now
        self._new_id = new_id

    def take(self, row: DayTold) -> None:
        """Note what ``row`` changes, or what is wrong with it."""
        team = self._teams.get((row.tenant, row.unit, fold(row.team)))
        if team is None:
            self._wrong(row, "team", row.team, "team-not-there")
            return
        old = self._standing.get((team.id, row.day_on))
        if old is not None and not old.on_behalf:
            self._wrong(row, "day", row.day_on, "figures-told")
            return
        made = self._form(row, team, old)
        if old is not None and (old.figures, old.lines) == (made.figures, made.lines):
            self.counts["same"] += 1
            return
        if old is not None:
            self.effects.append(day_forms.moved(old, ReportState.REPLACED))
        self.effects += [day_forms.added(made), *figures.given(made, old)]
        self.counts["replaced" if old else "added"] += 1

    def _wrong(self, row: DayTold, column: str, cell: str, rule: str) -> None:
        self.faults.append(Fault(row.row, column, cell, rule))

    def _form(self, row: DayTold, team: TeamCard, old: DayForm | None) -> DayForm:
        counts = {tuple(key.split(":", 1)): count for key, count in row.counts.items()}
        return DayForm(
            tenant=team.tenant,
            id=self._new_id(),
            team_id=team.id,
            person_id=BY,
            unit_code=team.unit_on(row.day_on),
            organisation_id=team.organisation_id,
            campaign_id=team.campaign_id,
            exercise=team.exercise,
            day_on=row.day_on,
            figures={code: count for (family, code), count in counts.items() if family == "figure"},
            lines={code: count for (family, code), count in counts.items() if family == "help"},
            origin=BEHALF,
            replaces=old.id if old else "",
            created_at=self._now,
        )
