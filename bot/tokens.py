"""Bots' tokens at rest: sealed the moment they are typed, opened only to call the platform."""

import re
from collections.abc import Callable, Sequence

from cryptography.fernet import InvalidToken

from bot.keys import fernet

TOKENS = "bot tokens"
"""What their key is derived for."""
_TYPED = re.compile(r"(?<![\w:])(\d{6,22}):([^\s:]{15,255}[\w-])")
"""A token as people paste it: digits, a colon, a secret, and nothing glued to it but a full stop or quote."""


class Tokens:
    """Seals with a key derived from ``secret_key``: a copy of the database calls no bot. ``former`` keys
    only open."""

    def __init__(self, secret_key: str, former: Sequence[str] = ()) -> None:
        self._fernet = fernet(TOKENS, secret_key, former)

    def closed(self, token: str) -> str:
        """``token`` sealed."""
        return self._fernet.encrypt(token.encode()).decode()

    def opened(self, sealed: str) -> str:
        """The token. Raises ValueError when it was sealed with another key."""
        try:
            return self._fernet.decrypt(sealed).decode()
        except InvalidToken:
            raise ValueError(
                "a bot's token was sealed with another SECRET_KEY; connect the bot anew"
            ) from None

    def masked(self, text: str, mask: Callable[[str], str]) -> str:
        """``text`` masked, but for tokens, which are sealed: ``bot:<account>:<sealed>``. So a leader may
        paste a token into a chat, and no row and no log ever holds it."""
        parts, at = [], 0
        for found in _TYPED.finditer(text):
            parts += [mask(text[at : found.start()]), f" bot:{found[1]}:{self.closed(found[0])} "]
            at = found.end()
        return "".join([*parts, mask(text[at:])])
