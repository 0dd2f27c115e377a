"""The headers of every answer: nothing foreign is loaded, framed, guessed or kept."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; object-src 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(self), camera=(), microphone=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
_HSTS = "max-age=31536000"


class SecurityHeaders:
    """Middleware: the headers of every answer; ``no-store`` unless the route chose otherwise. ``forms``: the
    page sends a form to where it came from."""

    def __init__(self, app: ASGIApp, *, secure: bool, forms: bool = False) -> None:
        self._app = app
        self._headers = {**_HEADERS, "Strict-Transport-Security": _HSTS} if secure else dict(_HEADERS)
        if forms:
            policy = self._headers["Content-Security-Policy"]
            self._headers["Content-Security-Policy"] = policy.replace(
                "form-action 'none'", "form-action 'self'"
            )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, with the headers added."""

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(self._headers)
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        await self._app(scope, receive, sending)
