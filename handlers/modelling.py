"""Good models in a turn: who sees which, who may endorse or pick, and for which commune somebody speaks."""

from handlers.permissions import Actor, level_over
from handlers.turn import Turn
from storage import teams
from storage.records.care import ModelCard, ModelState
from storage.records.case import Level

UNDECIDED = (ModelState.PROPOSED, ModelState.ENDORSED)


def level(actor: Actor, model: ModelCard) -> Level | None:
    """The level at which ``actor`` decides about a model: the team's leader, its commune, its province."""
    return level_over(actor, model, (model.team_id,))


def visible(actor: Actor, model: ModelCard) -> bool:
    """Whether ``actor`` sees a model: a picked one everybody of the tenant; else who proposed it and who
    decides about it, coordinators once the leader has endorsed it; one set aside, who can take that back."""
    if model.tenant != actor.tenant:
        return False
    if model.state is ModelState.DECLINED:
        return level(actor, model) is not None
    if model.state is ModelState.PICKED or model.person_id == actor.key[1]:
        return True
    found = level(actor, model)
    return found is Level.TEAM or (found is not None and model.state is ModelState.ENDORSED)


def decides(actor: Actor, model: ModelCard) -> bool:
    """Whether a model waits for ``actor``: a proposed one for the leader, an endorsed one for the commune or
    the province, one that a commune picked for the province."""
    found = level(actor, model)
    if found is Level.TEAM:
        return model.state is ModelState.PROPOSED
    if found is Level.PROVINCE and model.state is ModelState.PICKED:
        return model.picked_for != model.tenant
    return found is not None and model.state is ModelState.ENDORSED


def communes(turn: Turn) -> dict[str, str]:
    """The communes for which whoever writes can try a model, each with the team they lead there (empty for
    coordinators)."""
    found = {code: "" for code in turn.actor.coordinated if code != turn.actor.tenant}
    for team_id in turn.actor.led:
        card = turn.facts.get(teams.card.of((turn.actor.tenant, team_id)))
        if card is not None and card.closed_at is None:
            found.setdefault(card.unit_code, card.id)
    return found
