"""Calls for help, and the good models that teams pass on."""

import json
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer

from storage.records.moments import At, Flag, MaybeAt, Record


def _read(value: Any) -> Any:
    return tuple(json.loads(value)) if isinstance(value, str) else value


def _write(value: tuple[str, ...]) -> str:
    return json.dumps(list(value))


Ids = Annotated[tuple[str, ...], BeforeValidator(_read), PlainSerializer(_write)]


class HelpRequest(Record):
    """A volunteer stuck with a citizen in front. ``called`` are the ids of everybody called so far,
    ``called_at`` is when the last of them were; it is over at ``done_at``."""

    tenant: str
    id: str
    team_id: str
    person_id: str
    note: str = ""
    called: Ids = ()
    asked_at: At
    called_at: At
    taken_by: str = ""
    taken_at: MaybeAt = None
    done_at: MaybeAt = None
    version: int = 0


class HelpCard(HelpRequest):
    """A call with the names of its team, of who asks, and of who took it (empty until then); ``newcomer``
    where whoever asks waits to be accepted."""

    team_name: str
    unit_code: str
    exercise: Flag
    asker: str
    taker: str
    newcomer: Flag = False


class ModelState(StrEnum):
    """How far a good model has come; ``DECLINED`` by the leader or the coordinator."""

    PROPOSED = "proposed"
    ENDORSED = "endorsed"
    PICKED = "picked"
    DECLINED = "declined"


class GoodModel(Record):
    """A way of working worth copying. Whom to ask about it is its unit, never a person.

    ``picked_for`` is the unit that picked it: a commune, or the tenant for the whole province.
    """

    tenant: str
    id: str
    team_id: str
    unit_code: str
    person_id: str
    name: str
    what: str
    since: str = ""
    result: str = ""
    copyable: Flag = True
    state: ModelState = ModelState.PROPOSED
    endorsed_by: str = ""
    picked_by: str = ""
    picked_for: str = ""
    picked_at: MaybeAt = None
    created_at: At
    version: int = 0


class Adoption(Record):
    """One commune tries a model; ``team_id`` where a team's leader said so."""

    tenant: str
    model_id: str
    unit_code: str
    team_id: str = ""
    person_id: str
    at: At


class ModelCard(GoodModel):
    """A model with its team's name and the communes that try it, in the order in which they began."""

    team_name: str
    exercise: Flag
    adoptions: tuple[Adoption, ...] = ()
