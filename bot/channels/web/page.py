"""The page itself: its files, read once, and its words put into them."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import Response

from locales import Words
from storage.records.membership import Role

PAGES = Path(__file__).parent / "pages"

_MIME = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
}

SCRIPT_WORDS = (
    "web-said-bot",
    "web-said-you",
    "web-sending",
    "web-sent",
    "web-failed",
    "web-waiting-net",
    "web-new-below",
    "web-photo-open",
    "web-photo-own",
    "web-photo-failed",
    "web-file",
    "web-choices",
    "web-send-place",
    "web-today",
    "web-yesterday",
    "web-date",
    "web-clock",
    "web-clock-sharp",
    "web-weekdays",
    "web-lost",
    "web-connecting",
    "web-back",
    "web-bot",
    "web-assistant",
    "web-place-denied",
    "web-place-missing",
    "web-too-long",
    "web-menu-leave",
    "web-menu-leave-sure",
)
"""The words that the page's scripts say; those of the templates stand in the templates."""

ANYONE = "anyone"
QUICK: Mapping[str, str] = {
    Role.VOLUNTEER: "volunteer",
    Role.DEPUTY: "leader",
    Role.LEADER: "leader",
    Role.COORDINATOR: "coordinator",
}
"""Whose words under the log a role gets: ``web-quick-<whose>``, what is said in the order it stands."""

_PLACES = ("count", "name", "size", "hour", "minute", "weekday", "day", "month", "year")


@dataclass(frozen=True, slots=True)
class Asset:
    """One file as it is served; ``etag`` changes with its content."""

    content: bytes
    mime: str
    etag: str

    def response(self, request: Request, *, lasting: bool = False) -> Response:
        """The file, or 304 when the browser has this very one.

        ``lasting`` at an address that names its version, which never serves anything else.
        """
        cache = "public, max-age=31536000, immutable" if lasting else "no-cache"
        headers = {"ETag": self.etag, "Cache-Control": cache}
        if self.etag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        return Response(self.content, media_type=self.mime, headers=headers)


class Pages:
    """Every file of the page in one language, ready to send."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self.static: Mapping[str, Asset] = {
            path.name: asset(path.read_bytes(), _MIME[path.suffix])
            for path in sorted(PAGES.iterdir())
            if path.suffix in _MIME and path.name != "sw.js"
        }
        self.worker = asset((PAGES / "sw.js").read_bytes(), _MIME[".js"])
        self.version = self._named_version()
        self.manifest = asset(self._manifest(), "application/manifest+json")
        self.index = self._rendered("index.html")
        self.enter = self._rendered("enter.html")

    def _named_version(self) -> str:
        """A name that changes with any file or word of the page."""
        templates = [(PAGES / name).read_bytes() for name in ("index.html", "enter.html")]
        parts = [file.content for file in (*self.static.values(), self.worker)]
        said = json.dumps(self._script_words()).encode()
        return hashlib.sha256(b"".join([*parts, *templates, said])).hexdigest()[:12]

    def _rendered(self, name: str) -> str:
        loader = Environment(loader=FileSystemLoader(PAGES), autoescape=True, undefined=StrictUndefined)
        return loader.get_template(name).render(
            word=self._words,
            quick={
                whose: self._words.listed(f"web-quick-{whose}")
                for whose in (ANYONE, *dict.fromkeys(QUICK.values()))
            },
            version=self.version,
            script_words=json.dumps(self._script_words(), ensure_ascii=False),
        )

    def _script_words(self) -> Mapping[str, str]:
        """Arguments stay as ``{name}``, for the script to put in what it knows."""
        places = {name: f"{{{name}}}" for name in _PLACES}
        return {key.removeprefix("web-"): self._words(key, **places) for key in SCRIPT_WORDS}

    def _manifest(self) -> bytes:
        icon = {"type": "image/png", "purpose": "any maskable"}
        static = f"/static/{self.version}"
        manifest = {
            "name": self._words("web-app-name"),
            "short_name": self._words("web-app-short"),
            "description": self._words("web-app-about"),
            "lang": self._words("web-lang"),
            "id": "/",
            "start_url": "/",
            "display": "standalone",
            "background_color": "#e8eef6",
            "theme_color": "#0a58ca",
            "icons": [
                {"src": f"{static}/icon-192.png", "sizes": "192x192", **icon},
                {"src": f"{static}/icon-512.png", "sizes": "512x512", **icon},
            ],
        }
        return json.dumps(manifest, ensure_ascii=False).encode()


def asset(content: bytes, mime: str) -> Asset:
    """``content`` with the tag that names it."""
    return Asset(content, mime, f'"{hashlib.sha256(content).hexdigest()[:16]}"')
