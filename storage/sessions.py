"""Where a person stands in a conversation, and the choices they were last offered."""

from collections.abc import Mapping, Sequence

from storage.effects import Effect
from storage.queries import Tx
from storage.records.moments import At, Record
from storage.sources import Source, json_list


class Place(Record):
    """A line's place in the conversation: ``body`` is the engine's session as JSON, ``offered`` the
    choices of the last message as JSON, so that "2" means something where there are no buttons.
    ``place_for`` is what a position opens while one is asked for."""

    line: str
    form: str = ""
    body: str = ""
    offered: str = ""
    place_for: str = ""
    updated_at: At


async def _by_line(tx: Tx, lines: Sequence[str]) -> Mapping[str, Place]:
    rows = await tx.all("sessions_of_lines", lines=json_list(lines))
    return {row["line"]: Place.model_validate(dict(row)) for row in rows}


of_line = Source("session", _by_line)


def saved(place: Place) -> Effect:
    """Keep where the person stands."""
    return Effect("save_session", place.model_dump())


def offered(place: Place) -> Effect:
    """Remember choices offered by a message of our own accord; a form under way goes first."""
    return Effect("offer", {key: place.model_dump()[key] for key in ("line", "offered", "updated_at")})


def dropped(line: str) -> Effect:
    """Forget a line's place (the contact became a person, or left)."""
    return Effect("drop_session", {"line": line})


def unoffered(line: str, offered: str) -> Effect:
    """A message with these choices was not sent: unless others were offered since, there are none."""
    return Effect("withdraw_offered", {"line": line, "offered": offered})
