"""Reports and the leader's word as people make and change them, each change one commit with its totals."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest

from storage import day_forms, figures, reports, teams
from storage.database import Database
from storage.effects import Effect, Lost
from storage.queries import Row
from storage.records.work import DayForm, HelpReport, ReportState
from tests.storage.made import AT, campaign, known, report, rows, team, world, write


@dataclass
class Desk:
    """Reports as people make and change them, each change one commit with its totals."""

    database: Database
    held: list[HelpReport] = field(default_factory=list)
    forms: list[DayForm] = field(default_factory=list)

    async def do(self, step: str, at: int, written: Mapping[str, object]) -> None:
        """One thing that somebody does to the report number ``at``."""
        if step == "write":
            await write(self.database, *self._added(report(f"r{len(self.held)}", **written)))
        elif step in ("leader", "withdraw"):
            await self._lead(at, written, withdrawn=step == "withdraw")
        elif self.held:
            await self._change(step, at % len(self.held), written)

    async def _lead(self, at: int, written: Mapping[str, object], *, withdrawn: bool) -> None:
        """The leader says figures of a day, says them anew, or takes them back."""
        made = form(f"f{len(self.forms)}", at, written)
        old = next((one for one in self.forms if _stands_for(one, made)), None)
        effects = [day_forms.moved(old, ReportState.REPLACED)] if old else []
        if withdrawn:
            effects += figures.given(None, old)
        else:
            effects += [day_forms.added(made), *figures.given(made, old)]
        await write(self.database, *effects)
        if old:
            gone = {"state": ReportState.REPLACED, "version": old.version + 1}
            self.forms[self.forms.index(old)] = old.model_copy(update=gone)
        if not withdrawn:
            self.forms.append(made)

    async def _change(self, step: str, at: int, written: Mapping[str, object]) -> None:
        old = self.held[at]
        if step in ("accept", "restore"):
            waits = ReportState.PENDING if step == "accept" else ReportState.SET_ASIDE
            if old.state is waits:
                await write(self.database, *self._moved(at, ReportState.COUNTED))
        elif step == "twice":
            await self._twice(old)
        elif old.state in (ReportState.COUNTED, ReportState.PENDING):
            states = {
                "undo": ReportState.UNDONE,
                "set_aside": ReportState.SET_ASIDE,
                "replace": ReportState.REPLACED,
            }
            effects = self._moved(at, states[step])
            if step == "replace":
                effects += self._added(report(f"r{len(self.held)}", replaces=old.id, **written))
            await write(self.database, *effects)

    async def _twice(self, old: HelpReport) -> None:
        """A double tap: the second change meets a record that has moved, and leaves nothing."""
        stale = old.model_copy(update={"version": old.version + 5})
        with pytest.raises(Lost):
            await write(self.database, reports.moved(stale, ReportState.UNDONE), *figures.moved(stale, -1))

    def _added(self, made: HelpReport) -> list[Effect]:
        self.held.append(made)
        counted = made.state is ReportState.COUNTED
        return [reports.added(made), *(figures.moved(made, 1) if counted else [])]

    def _moved(self, at: int, state: ReportState) -> list[Effect]:
        old = self.held[at]
        self.held[at] = old.model_copy(update={"state": state, "version": old.version + 1})
        sign = int(state is ReportState.COUNTED) - int(old.state is ReportState.COUNTED)
        return [reports.moved(old, state), *(figures.moved(old, sign) if sign else [])]


def form(key: str, at: int, written: Mapping[str, object]) -> DayForm:
    """What a leader says of the day of ``written``: sometimes visits, sometimes lines, sometimes others."""
    said = {"luot_nguoi_dan": at * 7, "ho_so": at, "lop": 0, "tnv_tham_gia": 4}
    about = {key: written[key] for key in ("team_id", "campaign_id", "exercise", "day_on", "approx")}
    return DayForm.model_validate(
        {
            "tenant": "01",
            "id": key,
            "person_id": "mai",
            "unit_code": "00235",
            "figures": dict(list(said.items())[: at % 5]),
            "lines": written["lines"] if at % 2 else {},
            "created_at": AT,
            **about,
        }
    )


def _stands_for(one: DayForm, made: DayForm) -> bool:
    same = (one.team_id, one.day_on) == (made.team_id, made.day_on)
    return same and one.state is ReportState.COUNTED


async def furnish(database: Database) -> None:
    """A team that counts, one of an exercise, and Mai in the first."""
    exercise = campaign("c2", exercise=True)
    await write(database, *world(exercise, teams.saved(team("t2", campaign_id="c2")), *known("mai")))


async def totals(database: Database) -> list[Mapping[str, object]]:
    """Every total that says something."""
    found: list[Row] = await rows(database, "totals_all")
    return [dict(row) for row in found]


async def agree(database: Database) -> None:
    """The totals are those of the records, and made anew they are the same."""
    assert await database.read(figures.verify) == []
    before = await totals(database)
    await database.write(figures.rebuild)
    assert await totals(database) == before
