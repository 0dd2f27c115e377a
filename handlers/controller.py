"""Who is responsible for somebody's data: whom their tenant has named, else whom the deployment names."""

from handlers.conversation import Needs, Opening
from handlers.turn import Turn
from storage import teams

_PAGES = "/phap-ly"


def needs(opening: Opening) -> Needs:
    """Whom the tenant has named; nothing of somebody who belongs nowhere yet."""
    if opening.actor.person is not None:
        yield teams.tenant.of(opening.actor.tenant)


def named(turn: Turn) -> dict[str, str]:
    """``controller`` and ``contact`` for words, as they are where whoever speaks belongs; a conversation that
    says them declares ``needs``."""
    tenant = None
    if turn.actor.person is not None:
        tenant = turn.facts.get(teams.tenant.of(turn.actor.tenant))
    return told(turn, tenant.controller_name, tenant.controller_contact) if tenant else told(turn)


def told(turn: Turn, name: str = "", contact: str = "") -> dict[str, str]:
    """``controller`` and ``contact`` for words: as a tenant named them, or both as the deployment does."""
    desk = turn.desk
    if not name:
        return {"controller": desk.controller_name, "contact": desk.controller_contact}
    return {"controller": name, "contact": contact}


def notice(turn: Turn, tenant: str) -> str:
    """The address of the whole notice, with whoever is responsible in ``tenant``."""
    return f"{turn.desk.public_url}{_PAGES}{f'/{tenant}' if tenant else ''}/thong-bao"
