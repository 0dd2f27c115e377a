"""Fetches what a person sent, from Zalo's own hosts alone: whoever can make us fetch any address has us look
around in our own network."""

from urllib.parse import urlsplit

from bot.calling import CallFailed, Connections, TooLarge
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


async def fetched(http: Connections, address: str) -> bytes:
    """The picture at ``address``. Raises ``Rejected`` when it is not Zalo's, is gone or is too large;
    ``NetworkDown`` when it may be had later."""
    if not trusted(address):
        raise Rejected("a picture that is not on a host of Zalo's")
    try:
        answer = await http.get(address, WITHIN, MOST)
    except TooLarge:
        raise Rejected("the picture is too large") from None
    except CallFailed as failed:
        raise NetworkDown(f"Zalo's pictures cannot be had now: {failed}") from None
    if answer.status >= 500:
        raise NetworkDown("Zalo's pictures cannot be had now")
    if answer.status != 200:
        raise Rejected("the picture is gone")
    return answer.body
