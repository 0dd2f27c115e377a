"""The key that seals and proves data: from the settings, or made once for a first start."""

import base64
import hmac
import secrets
from collections.abc import Sequence
from pathlib import Path

from cryptography.fernet import Fernet, MultiFernet

from bot.settings import Settings


def secret_key(settings: Settings) -> str:
    """The secret key; without one in the settings, one is made and kept readable by the owner alone."""
    return settings.secret_key or _kept(settings.data_folder / "secret.key")


def backup_key(settings: Settings) -> bytes:
    """The key of 32 bytes that seals backups."""
    return derived(settings.backup_key or secret_key(settings), "backup")


def backup_keys(settings: Settings) -> list[bytes]:
    """The keys that open backups: the one that seals them, then those that did."""
    return [backup_key(settings), *(derived(one, "backup") for one in settings.former_keys)]


def fernet(purpose: str, secret_key: str, former: Sequence[str] = ()) -> MultiFernet:
    """Seals for ``purpose`` with ``secret_key``, and opens also what ``former`` keys sealed."""
    keys = (derived(one, purpose) for one in (secret_key, *former))
    return MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in keys])


def derived(secret_key: str, purpose: str) -> bytes:
    """The key of 32 bytes for one ``purpose``: whoever learns it learns neither the secret nor another."""
    return hmac.digest(secret_key.encode(), purpose.encode(), "sha256")


def _kept(path: Path) -> str:
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_hex(32), encoding="ascii")
    return path.read_text(encoding="ascii").strip()
