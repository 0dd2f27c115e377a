"""Where Telegram reaches us, and the secret it must send."""

import re
from dataclasses import dataclass, field

SECRET_HEADER = b"x-telegram-bot-api-secret-token"
_SECRET = re.compile(r"[A-Za-z0-9_-]{32,256}")


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where Telegram reaches us, and the secrets it may send: the first is the one in force, the
    others are still accepted while it changes.

    Raises ValueError when a secret is missing, shorter than 32 characters or not of Telegram's
    alphabet (A-Z a-z 0-9 _ -).
    """

    public_url: str
    secrets: tuple[str, ...] = field(repr=False)
    max_connections: int = 40

    def __post_init__(self) -> None:
        if not self.secrets or not all(map(_SECRET.fullmatch, self.secrets)):
            raise ValueError(
                "a webhook secret needs 32 to 256 characters of A-Z a-z 0-9 _ -; "
                "set WEBHOOK_SECRET to such a one, for example from `openssl rand -hex 32`"
            )

    def path(self, account: str) -> str:
        """The path of an account's hook."""
        return f"/hooks/telegram/{account}"

    def url(self, account: str) -> str:
        """The address Telegram is given."""
        return self.public_url.rstrip("/") + self.path(account)
