"""What leaders say of their team's whole day, every version kept."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from storage.attendances import TeamDays
from storage.effects import Effect
from storage.queries import Tx
from storage.records.work import DayForm, ReportState
from storage.sources import Source, json_list


async def _of_teams(tx: Tx, keys: Sequence[TeamDays]) -> Mapping[TeamDays, list[DayForm]]:
    rows = await tx.all(
        "day_forms_of_teams",
        tenants=json_list(key[0] for key in keys),
        teams=json_list(key[1] for key in keys),
        since_on=min(key[2] for key in keys),
        until_on=max(key[3] for key in keys),
    )
    found: dict[tuple[str, str], list[DayForm]] = defaultdict(list)
    for row in rows:
        found[row["tenant"], row["team_id"]].append(DayForm.model_validate(dict(row)))
    return {key: [one for one in found[key[0], key[1]] if key[2] <= one.day_on <= key[3]] for key in keys}


of_team = Source("day_forms_of_team", _of_teams)


def standing(forms: Sequence[DayForm], day_on: str) -> DayForm | None:
    """The one that counts for a day."""
    return next((one for one in forms if one.day_on == day_on and one.state is ReportState.COUNTED), None)


def added(form: DayForm) -> Effect:
    """A new word of the leader; contested: only one can stand for a team's day."""
    return Effect("add_day_form", form.model_dump(), contested=True)


def moved(form: DayForm, state: ReportState) -> Effect:
    """A form as it was read changes its state; contested by its version."""
    return Effect(
        "move_day_form",
        {"tenant": form.tenant, "id": form.id, "state": state, "version": form.version},
        contested=True,
    )
