"""Settings from the environment or ``.env``; ``.env.example`` is printed from this class."""

import re
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from handlers.allowance import Allowance
from storage.database import database

_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_SECRET_AT_LEAST = 32
_WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{32,256}")


class SettingsError(Exception):
    """A setting that keeps the program from starting: which one, and what to write there."""


class Settings(BaseSettings):
    """Everything an operator can set. The descriptions are the comments of ``.env.example``."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore")

    database_url: str = Field(
        "sqlite+aiosqlite:///var/aoxanh.sqlite",
        description="Where the data is: a SQLite file, or postgresql+asyncpg://user:password@host/name",
    )
    telegram_bot_tokens: str = Field(
        "", description="Tokens from @BotFather, separated by commas. Empty: Telegram is off"
    )
    telegram_api_url: str = Field(
        "https://api.telegram.org", description="A self-hosted Bot API server, if you run one"
    )
    zalo_bot_tokens: str = Field(
        "", description="Tokens from Zalo Bot Creator, separated by commas. Empty: no Zalo bot of our own"
    )
    zalo_api_url: str = Field(
        "https://bot-api.zaloplatforms.com", description="Zalo's Bot API server; change it for tests only"
    )
    zalo_people: int = Field(50, description="People one Zalo bot may have by its plan", ge=1)
    zalo_monthly_messages: int = Field(3000, description="Messages a month by its plan", ge=1)
    zalo_counts_received: bool = Field(
        True, description="Whether messages that come in count too; nobody has said, so they do"
    )
    zalo_daily_messages: int = Field(
        300, description="Messages a day, at 80 and 95 % of which leaders are told; no limit of Zalo's", ge=1
    )
    public_url: str = Field(
        "", description="The https address people reach this server under. Set: webhooks; empty: polling"
    )
    webhook_secret: str = Field(
        "", description="At least 32 random characters that prove a webhook call; needed with PUBLIC_URL"
    )
    web_host: str = Field("127.0.0.1", description="Address the web server listens on")
    web_port: int = Field(8080, description="Port the web server listens on", ge=1, le=65535)
    secret_key: str = Field(
        "", description="At least 32 random characters; needed with real tokens. Keep it: it seals data"
    )
    secret_key_before: str = Field(
        "",
        description="The former SECRET_KEY, or several with commas, while what they sealed is sealed anew "
        "(aoxanh secrets rotate). Empty otherwise",
    )
    backup_key: str = Field(
        "",
        description="At least 32 random characters that seal backups; empty: derived from SECRET_KEY. "
        "Keep it: without it no backup can be read",
    )
    controller_name: str = Field(
        "", description="Who is responsible for the personal data, as shown in the notice"
    )
    controller_contact: str = Field("", description="How to reach them: an e-mail address or a phone number")
    default_language: Literal["vi", "en"] = Field("vi", description="Language of newcomers: vi or en")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", description="How much is logged")

    @property
    def telegram_tokens(self) -> list[str]:
        """The Telegram tokens, one by one."""
        return _listed(self.telegram_bot_tokens)

    @property
    def zalo_tokens(self) -> list[str]:
        """The Zalo tokens, one by one."""
        return _listed(self.zalo_bot_tokens)

    @property
    def former_keys(self) -> list[str]:
        """Keys that seal nothing any more and still open what they sealed."""
        return _listed(self.secret_key_before)

    @property
    def allowance(self) -> Allowance:
        """What a bot on a platform that counts may send."""
        return Allowance(
            self.zalo_people, self.zalo_monthly_messages, self.zalo_counts_received, self.zalo_daily_messages
        )

    @property
    def shared(self) -> bool:
        """Whether several processes may have the database open."""
        return self.database_url.startswith("postgresql")

    @property
    def data_folder(self) -> Path:
        """Where the lock, the socket and a generated key live: beside the SQLite file, or ``var``."""
        if self.database_url.startswith("sqlite"):
            return Path(self.database_url.removeprefix("sqlite+aiosqlite:///")).parent
        return Path("var")

    @property
    def secure(self) -> bool:
        """Whether browsers reach us over TLS."""
        return self.public_url.startswith("https://")

    @property
    def web_url(self) -> str:
        """The address of the web chat, without a closing slash."""
        return self.public_url.rstrip("/") or f"http://{self.web_host}:{self.web_port}"

    @property
    def hosts(self) -> list[str]:
        """The host names this server answers to."""
        named = urlsplit(self.public_url).hostname
        return [*_LOOPBACK, *([named] if named else [])]

    @property
    def real(self) -> bool:
        """Whether real people are reached: then nothing about responsibility may be missing."""
        return bool(self.telegram_tokens or self.zalo_tokens or self.public_url)


def _listed(listed: str) -> list[str]:
    return [token.strip() for token in listed.split(",") if token.strip()]


def read_settings() -> Settings:
    """The settings, checked together. Raises SettingsError with one line a fault."""
    try:
        settings = Settings()
    except ValidationError as error:
        faults = [f"{'.'.join(map(str, one['loc'])).upper()}: {one['msg']}" for one in error.errors()]
        raise SettingsError("\n".join(faults)) from None
    faults = list(_faults(settings))
    if faults:
        raise SettingsError("\n".join(faults))
    return settings


def _faults(settings: Settings) -> list[str]:
    found = []
    try:
        database(settings.database_url)
    except ValueError as error:
        found.append(str(error))
    found += _faulty_keys(settings)
    if settings.real and (not settings.controller_name or not settings.controller_contact):
        found.append(
            "CONTROLLER_NAME and CONTROLLER_CONTACT: name who is responsible for the personal data; "
            "the law asks for it in the first message"
        )
    if settings.public_url:
        if urlsplit(settings.public_url).scheme != "https":
            found.append("PUBLIC_URL: write an https:// address; platforms call no other")
        if settings.telegram_tokens and not _WEBHOOK_SECRET.fullmatch(settings.webhook_secret):
            found.append(
                f"WEBHOOK_SECRET: write {_SECRET_AT_LEAST} to 256 of A-Z a-z 0-9 _ - (openssl rand -hex 32)"
            )
    elif settings.web_host not in _LOOPBACK:
        found.append(
            f"WEB_HOST is {settings.web_host} without TLS: listen on 127.0.0.1 behind a TLS proxy "
            "and set PUBLIC_URL"
        )
    return found


def _faulty_keys(settings: Settings) -> list[str]:
    found = []
    if (settings.real or settings.shared) and len(settings.secret_key) < _SECRET_AT_LEAST:
        found.append(
            f"SECRET_KEY: write at least {_SECRET_AT_LEAST} random characters (openssl rand -hex 32)"
        )
    if any(len(one) < _SECRET_AT_LEAST for one in settings.former_keys):
        found.append("SECRET_KEY_BEFORE: write the former SECRET_KEY as it was, or leave it empty")
    if settings.secret_key in settings.former_keys:
        found.append("SECRET_KEY_BEFORE: the key in force is no former one; write a new SECRET_KEY")
    if settings.backup_key and len(settings.backup_key) < _SECRET_AT_LEAST:
        found.append(f"BACKUP_KEY: write at least {_SECRET_AT_LEAST} random characters, or leave it empty")
    return found


def example() -> str:
    """The text of ``.env.example``: every setting with its meaning and its default."""
    lines = ["# Copy to .env and fill in what you need; every line has its default.", ""]
    for name, field in Settings.model_fields.items():
        lines += [f"# {field.description}", f"{name.upper()}={field.default}", ""]
    return "\n".join(lines).rstrip() + "\n"
