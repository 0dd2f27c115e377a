"""The documentation is held to the program: what exists has its line, what a line names exists."""

import re
import shlex
from collections.abc import Mapping
from pathlib import Path

import pytest
from starlette.routing import Route
from typer.core import TyperGroup
from typer.main import get_command

from bot.app import App
from bot.cli import cli
from bot.settings import Settings
from handlers import jobs
from handlers.job import Job
from handlers.permissions import Access
from handlers.registry import instances
from handlers.vocabulary import vocabulary
from storage.database import database
from storage.purge import KEPT
from storage.schema import metadata

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
COMMANDS = (DOCS / "reference" / "commands.md").read_text(encoding="utf-8")
SETTINGS = (DOCS / "reference" / "settings.md").read_text(encoding="utf-8")
DATA = (DOCS / "reference" / "data.md").read_text(encoding="utf-8")
PAGES = sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md")])

WHO = {
    Access.ANYONE: "anyone",
    Access.KNOWN: "with a role",
    Access.MEMBER: "member",
    Access.ACCEPTED: "accepted member",
    Access.LEADER: "leader",
    Access.COORDINATOR: "coordinator",
    Access.TOTALS: "coordinator or centre",
}


def _row(page: str, name: str) -> list[str]:
    """The cells of the table row that begins with ``name``."""
    for line in page.splitlines():
        if line.startswith(f"| `{name}` |"):
            return [cell.strip() for cell in line.strip("|").split("|")]
    raise AssertionError(f"no line begins with | `{name}` |: add one")


def _commands() -> Mapping[str, set[str]]:
    """What can be typed ("faq ask"), and the options of each."""
    found: dict[str, set[str]] = {}

    def walk(group: TyperGroup, before: str) -> None:
        for name, command in group.commands.items():
            if isinstance(command, TyperGroup):
                walk(command, f"{before}{name} ")
            else:
                spelled = (one for param in command.params for one in param.opts)
                found[before + name] = {one for one in spelled if one.startswith("--")}

    top = get_command(cli)
    assert isinstance(top, TyperGroup)
    walk(top, "")
    return found


@pytest.mark.parametrize("name", sorted(vocabulary().by_name))
def test_every_conversation_has_its_line(name: str) -> None:
    """Its command, who may, and words that really open it; some are opened by buttons alone."""
    known = vocabulary()
    conversation = known.by_name[name]
    _, command, said, who, does, *_ = _row(COMMANDS, name)
    assert command.strip("`") == (f"/{conversation.command}" if conversation.command else "")
    assert who == WHO[conversation.access]
    assert does
    opened = {one: known.named_by(one) for one in said.split(", ") if one}
    assert opened == dict.fromkeys(opened, conversation)


def test_every_job_has_its_line() -> None:
    """What the bot says by itself."""
    for job in instances(jobs, Job):
        assert len(_row(COMMANDS, job.kind)) == 3


@pytest.mark.parametrize("name", sorted(_commands()))
def test_every_command_has_its_line(name: str) -> None:
    """With each of its options."""
    _, does = _row(COMMANDS, f"aoxanh {name}")
    assert [one for one in _commands()[name] if f"`{one}`" not in does] == []


def test_every_route_has_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of the web chat and of a webhook."""
    monkeypatch.chdir(tmp_path)
    settings = Settings(
        telegram_bot_tokens="1:x",
        zalo_bot_tokens="1:x",
        public_url="https://chat.example",
        webhook_secret="w" * 32,
        secret_key="k",
    )
    app = App(settings, database(f"sqlite+aiosqlite:///{tmp_path}/none.sqlite"), "k")
    routes = [*app.pictures.routes(), *(route for channel in app.channels for route in channel.routes())]
    served: dict[str, set[str]] = {"/healthz": {"GET"}, "/metrics": {"GET"}}
    for route in routes:
        assert isinstance(route, Route)
        path = re.sub(r"/(telegram|zalo)/1", r"/\1/{account}", route.path)
        served.setdefault(path, set()).update((route.methods or {"POST"}) - {"HEAD"})
    for path, methods in served.items():
        assert set(_row(COMMANDS, path)[1].split(", ")) == methods, path


def test_every_setting_has_its_line() -> None:
    """With its default."""
    for name, field in Settings.model_fields.items():
        assert _row(SETTINGS, name.upper())[1].strip("`") == (str(field.default) or "empty")


def test_every_table_has_its_line() -> None:
    """With how long it is kept where the program removes it."""
    for name in metadata.tables:
        assert len(_row(DATA, name)) == 4
    for table, kept in KEPT.items():
        days, hours = kept.days, kept.total_seconds() / 3600
        wanted = f"{hours:.0f} hours" if days < 3 else f"{days} days"
        assert wanted in _row(DATA, "inbox" if table == "dead" else table)[3], table


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_what_a_page_names_exists(page: Path) -> None:
    """Links, files of the project, commands and settings."""
    text = page.read_text(encoding="utf-8")
    links = [link.partition("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in link]
    assert [link for link in links if link and not (page.parent / link).exists()] == []
    paths = re.findall(r"`((?:bot|handlers|storage|locales|tests|docs|benchmarks)/[^`\s*<…]+)`", text)
    assert [path for path in paths if not list(ROOT.glob(path.split("::")[0].rstrip("/")))] == []
    typed = re.findall(r"(?:^|`|/bin/|sudo )aoxanh ([a-z]+(?: [a-z]+)?)", text, re.MULTILINE)
    names = _commands()
    assert [one for one in typed if not {one, one.split()[0]} & names.keys()] == []
    known = {name.upper() for name in Settings.model_fields}
    assert [
        name for name in re.findall(r"^([A-Z][A-Z_]{4,})=", text, re.MULTILINE) if name not in known
    ] == []


def test_the_units_start_what_exists() -> None:
    """The howto's units: the commands they run, the folders they share, and no shell surprises."""
    files = DOCS / "howto" / "files"
    names = _commands()
    for unit in sorted(files.glob("*.service")):
        lines = unit.read_text(encoding="utf-8").splitlines()
        told = dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
        words = shlex.split(told["ExecStart"].replace("'", ""))
        command = words[words.index("/opt/aoxanh/.venv/bin/aoxanh") + 1]
        assert command in names
        assert told["WorkingDirectory"] == "/var/lib/aoxanh"
        assert told["UMask"] == "0077"
        assert told["ProtectSystem"] == "strict"
        assert told["StateDirectory"] == "aoxanh aoxanh/backups"
    page = (DOCS / "howto" / "server.md").read_text(encoding="utf-8")
    assert [one.name for one in files.iterdir() if f"files/{one.name}" not in page] == []


def test_the_proxies_pass_what_the_web_chat_needs() -> None:
    """The host as the browser gave it, the stream unbuffered, no secrets in a log."""
    nginx = (DOCS / "howto" / "files" / "nginx.conf").read_text(encoding="utf-8")
    port = str(Settings.model_fields["web_port"].default)
    for needed in ("Host $http_host;", "proxy_buffering off;", "access_log off;", f"127.0.0.1:{port};"):
        assert needed in nginx
    caddy = (DOCS / "howto" / "files" / "Caddyfile").read_text(encoding="utf-8")
    assert f"reverse_proxy 127.0.0.1:{port} {{" in caddy
    assert "flush_interval -1" in caddy


def test_the_tutorial_quotes_what_the_bot_says() -> None:
    """Every quoted line stands in a dialogue that is played."""
    played = {
        line.strip()
        for path in (ROOT / "tests" / "transcripts").rglob("*.txt")
        for line in path.read_text(encoding="utf-8").splitlines()
    }
    text = (DOCS / "tutorial.md").read_text(encoding="utf-8")
    quoted = re.findall(r"^ *> (.+)$", text, re.MULTILINE)
    assert quoted
    assert [line for line in quoted if line not in played] == []
    known = vocabulary()
    typed = [one for one in re.findall(r"[Gg]õ `([^`]+)`", text) if one not in ("lùi", "huỷ")]
    assert [one for one in typed if known.named_by(one) is None] == []
    labels = re.findall(r"\*\*([^*]+)\*\*", text.partition("## 1.")[2])
    shown = {label for line in played for label in re.findall(r"\[([^\]]+)\]", line)}
    assert [label for label in labels if label not in shown] == []
