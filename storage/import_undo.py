"""What a list that was taken in made, and how it is taken back: whatever nobody works with yet."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from storage.effects import Effect
from storage.imports import ImportRun, Mark
from storage.queries import Tx
from storage.records.moments import to_micros
from storage.sources import TeamKey, json_list


async def last(tx: Tx) -> ImportRun | None:
    """The last run that was not taken back."""
    row = await tx.one("last_import_run")
    return ImportRun.model_validate(dict(row)) if row else None


async def names(tx: Tx, run_id: str) -> tuple[int, int]:
    """How many names of a run are of no use yet, and how many are: somebody came in, or was ticked."""
    found = {row["unused"]: row["names"] for row in await tx.all("names_of_run", run_id=run_id)}
    return found.get(1, 0), found.get(0, 0)


async def unused_names(tx: Tx, run_id: str, most: int) -> list[tuple[str, str]]:
    """(tenant, id) of some names that are of no use yet."""
    rows = await tx.all("unused_names_of_run", run_id=run_id, most=most)
    return [(row["tenant"], row["id"]) for row in rows]


async def marks(tx: Tx, run_id: str, what: str, after: str, most: int) -> list[Mark]:
    """Some of what a run made, behind the mark ``after``."""
    rows = await tx.all("marks_of_run", run_id=run_id, what=what, after=after, most=most)
    return [Mark.model_validate({**dict(row), "run_id": run_id, "what": what}) for row in rows]


async def used(tx: Tx, run_id: str, teams: Sequence[TeamKey]) -> Mapping[TeamKey, str]:
    """Those of ``teams`` that people work with beside the names of the run, with their names."""
    rows = await tx.all(
        "used_teams",
        tenants=json_list(key[0] for key in teams),
        ids=json_list(key[1] for key in teams),
        run_id=run_id,
    )
    return {(row["tenant"], row["id"]): row["name"] for row in rows}


def name_undone(key: tuple[str, str]) -> list[Effect]:
    """A name goes, and its code and what was proposed with it; one that was used meanwhile stays."""
    params = {"tenant": key[0], "id": key[1]}
    return [
        Effect("undo_1_expected", params),
        Effect("undo_2_join_codes", params),
        Effect("undo_3_role_offers", params),
    ]


def undone(mark: Mark) -> Effect:
    """What a mark says is as it was before; an organisation that other teams come from stays."""
    params = {"tenant": mark.tenant, "id": mark.of_id}
    if mark.what == "team":
        return Effect("undo_4_team", params)
    if mark.what == "organisation":
        return Effect("undo_5_organisation", params)
    if mark.what == "moved":
        was, _, now_is = mark.was.rpartition(" ")
        return Effect("undo_6_moved", {**params, "was": was, "now_is": now_is})
    return Effect("undo_7_offer", params)


def run_undone(run_id: str, at: datetime) -> Effect:
    """The run was taken back."""
    return Effect("undo_import_run", {"id": run_id, "undone_at": to_micros(at)})
