"""What a leader puts down for the people of a team: ticks, and names that are still expected."""

import json
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer

from storage.records.moments import At, MaybeAt, Record


def _read(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) else value


Ids = Annotated[
    tuple[str, ...], BeforeValidator(_read), PlainSerializer(lambda value: json.dumps(list(value)))
]


class Tick(Record):
    """One stroke of a leader: the attendances it ``added`` and those it ``confirmed``, by their ids."""

    tenant: str
    id: str
    team_id: str
    person_id: str
    added: Ids
    confirmed: Ids
    ticked_at: At
    undone_at: MaybeAt = None


class Expected(Record):
    """A name on a team's list, or on that of a unit's coordinators; ``person_id`` is who turned out to be it,
    ``batch`` the list it came with.

    ``seen_at`` is when the name was last of use: put down, or ticked.
    """

    tenant: str
    id: str
    team_id: str = ""
    unit_code: str = ""
    name: str
    batch: str
    created_by: str
    person_id: str = ""
    created_at: At
    seen_at: At
    matched_at: MaybeAt = None
