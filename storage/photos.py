"""Pictures sent for a campaign: who sent which, what a leader decided, and the sealed picture."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from storage.effects import Effect
from storage.queries import Tx
from storage.records.moments import to_micros
from storage.records.photo import PhotoImage, PhotoState, SentPhoto
from storage.sources import Source, TeamKey, json_list

PhotoKey = tuple[str, str]
"""(tenant, photo id)."""
UNDECIDED_FOR = timedelta(hours=48)
"""How long a picture waits for a leader before it disappears."""
_MOVING = {"tenant", "id", "what", "reference", "state", "doubt", "decided_by", "decided_at"}


async def _by_id(tx: Tx, keys: Sequence[PhotoKey]) -> Mapping[PhotoKey, SentPhoto]:
    rows = await tx.all(
        "photos_by_ids", tenants=json_list(key[0] for key in keys), ids=json_list(key[1] for key in keys)
    )
    return {(row["tenant"], row["id"]): SentPhoto.model_validate(dict(row)) for row in rows}


async def _of_teams(tx: Tx, keys: Sequence[TeamKey]) -> Mapping[TeamKey, list[SentPhoto]]:
    rows = await tx.all(
        "photos_of_teams", tenants=json_list(key[0] for key in keys), teams=json_list(key[1] for key in keys)
    )
    found: dict[TeamKey, list[SentPhoto]] = defaultdict(list)
    for row in rows:
        found[row["tenant"], row["team_id"]].append(SentPhoto.model_validate(dict(row)))
    return found


by_id = Source("photo", _by_id)
of_team = Source("photos_of_team", _of_teams)
"""Those that wait for a leader and those that are kept, the newest first."""


def added(photo: SentPhoto) -> Effect:
    """A picture somebody sent; nobody has fetched it yet."""
    return Effect("add_photo", photo.model_dump())


def moved(before: SentPhoto, after: SentPhoto) -> list[Effect]:
    """Another state, contested by the version. Whatever is not on its way to a leader or kept is gone with
    that: the picture, and where it was."""
    lost = after.state in (PhotoState.REFUSED, PhotoState.TAKEN_BACK, PhotoState.GONE)
    after = after.model_copy(update={"reference": ""}) if lost else after
    params = {**after.model_dump(include=_MOVING), "version": before.version}
    key = {"tenant": after.tenant, "id": after.id}
    effects = [Effect("move_photo", params, contested=True)]
    if lost:
        effects.append(Effect("drop_photo_image", key))
    elif before.state in (PhotoState.WAITING, PhotoState.KEPT):
        until = None if after.state is PhotoState.KEPT else to_micros(after.created_at + UNDECIDED_FOR)
        effects.append(Effect("photo_image_until", {**key, "expires_at": until}))
    return effects


def held(photo: SentPhoto, sealed: str) -> Effect:
    """The sealed picture, until a leader has decided, and no longer than it may wait."""
    image = PhotoImage(
        tenant=photo.tenant, id=photo.id, sealed=sealed, expires_at=photo.created_at + UNDECIDED_FOR
    )
    return Effect("keep_photo_image", image.model_dump())


async def to_fetch(tx: Tx) -> list[SentPhoto]:
    """Every picture of which we know what it shows and do not have it yet."""
    return [SentPhoto.model_validate(dict(row)) for row in await tx.all("photos_to_fetch")]


async def image(tx: Tx, key: PhotoKey, now: datetime) -> PhotoImage | None:
    """The sealed picture, while there is one."""
    row = await tx.one("photo_image", tenant=key[0], id=key[1], now=to_micros(now))
    return None if row is None else PhotoImage.model_validate(dict(row))
