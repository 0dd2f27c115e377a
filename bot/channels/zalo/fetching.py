"""Fetches what a person sent, from Zalo's own hosts alone: whoever can make us fetch any address has us look
around in our own network."""

from urllib.parse import urlsplit

import httpx

from bot.channel import NetworkDown, Rejected

HOSTS = (".zdn.vn", ".zadn.vn", ".zalo.me", ".zaloapp.com")
"""The ends of the names of hosts that Zalo hands pictures out from."""
MOST = 10 * 1024 * 1024
"""Bytes."""
WITHIN = 30.0
"""Seconds."""


def trusted(address: str, hosts: tuple[str, ...] = HOSTS) -> bool:
    """Whether ``address`` is Zalo's own: encrypted, on one of its hosts, on the usual port, without a name
    or password in it."""
    try:
        parts = urlsplit(address)
        plain = parts.port in (None, 443) and parts.username is None and parts.password is None
    except ValueError:
        return False
    host = parts.hostname or ""
    return parts.scheme == "https" and plain and host.isascii() and host.endswith(hosts)


async def fetched(http: httpx.AsyncClient, address: str) -> bytes:
    """The picture at ``address``. Raises ``Rejected`` when it is not Zalo's, is gone or is too large;
    ``NetworkDown`` when it may be had later."""
    if not trusted(address):
        raise Rejected("a picture that is not on a host of Zalo's")
    content = b""
    try:
        async with http.stream("GET", address, timeout=WITHIN, follow_redirects=False) as answer:
            if answer.status_code >= 500:
                raise NetworkDown("Zalo's pictures cannot be had now")
            if answer.status_code != 200:
                raise Rejected("the picture is gone")
            async for part in answer.aiter_bytes():
                content += part
                if len(content) > MOST:
                    raise Rejected("the picture is too large")
    except (httpx.HTTPError, httpx.InvalidURL, RuntimeError) as error:
        raise NetworkDown(f"Zalo's pictures cannot be had now ({type(error).__name__})") from None
    return content
