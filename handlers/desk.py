"""What every conversation may look at and nobody changes: units, answers, links, the controller, chance."""

from collections.abc import Callable
from dataclasses import dataclass

from handlers.allowance import ALLOWED, Allowance
from handlers.faq_shelf import FaqShelf
from handlers.messages import Place
from handlers.unit_shelf import UnitShelf


@dataclass(frozen=True, slots=True)
class Desk:
    """The read-only furniture of a running program.

    ``public_url`` is where the web chat is reached, without a closing slash; ``start_links`` gives,
    for each (channel, account) that everybody shares, the link that opens a chat with ``{code}`` in it.
    ``new_code`` draws a join code (eight letters and digits that are not taken for one another),
    ``new_token`` the secret of a link (128 bits or more). ``code_key`` makes the presence codes of all
    teams. ``favourites`` are the slugs shown to someone who asks without a question. ``place_channels`` are
    the names of channels that can send a position, ``file_channels`` of those that can hand over a file.
    ``unseal`` opens a position: only ``handlers.position`` may ask it to; ``begun`` what was said of a number
    before the message that ends it: only ``handlers.unsaying`` may. ``allowance`` is what a bot on a platform
    that counts may send.
    """

    units: UnitShelf
    faq: FaqShelf
    public_url: str
    controller_name: str
    controller_contact: str
    start_links: dict[tuple[str, str], str]
    new_code: Callable[[], str]
    new_token: Callable[[], str]
    code_key: bytes
    unseal: Callable[[str], Place | None]
    begun: Callable[[str], tuple[str, ...]]
    place_channels: frozenset[str] = frozenset()
    file_channels: frozenset[str] = frozenset()
    favourites: tuple[str, ...] = ()
    allowance: Allowance = ALLOWED
