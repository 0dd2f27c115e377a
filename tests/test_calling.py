"""Calls over real sockets: what breaks when, and what may have left by then."""

import asyncio
import socket
import ssl
import sys
import time
from asyncio import StreamReader as Reader
from asyncio import StreamWriter as Writer
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from bot.calling import (
    Answer,
    CallFailed,
    Cannot,
    Connections,
    Enclosed,
    Late,
    TooLarge,
    Unanswered,
    Unsent,
)

Behaves = Callable[[Reader, Writer], Awaitable[None]]
SECRET = "canary-token"
TIMES = 12


@asynccontextmanager
async def site(behaves: Behaves, tls: ssl.SSLContext | None = None) -> AsyncIterator[str]:
    """The address of a server that ``behaves`` with every connection."""

    async def serve(reader: Reader, writer: Writer) -> None:
        try:
            await behaves(reader, writer)
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=tls)
    async with server:
        root = "https://localhost" if tls else "http://127.0.0.1"
        yield f"{root}:{server.sockets[0].getsockname()[1]}/{SECRET}/sendMessage"


async def _asked(reader: Reader) -> bytes:
    head = await reader.readuntil(b"\r\n\r\n")
    length = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    return head + (await reader.readexactly(int(length[0].partition(b":")[2])) if length else b"")


def _says(*parts: bytes, pause: float = 0.0) -> Behaves:
    async def behaves(reader: Reader, writer: Writer) -> None:
        await _asked(reader)
        for part in parts:
            writer.write(part)
            await writer.drain()
            await asyncio.sleep(pause)

    return behaves


async def _hangs(reader: Reader, writer: Writer) -> None:
    await reader.read()


async def _resets(reader: Reader, writer: Writer) -> None:
    await _asked(reader)
    writer.transport.abort()


OK = b"HTTP/1.1 200 OK\r\nServer: a\r\nServer: b\r\nContent-Length: 4\r\n\r\ngood"


async def test_an_answer_whatever_its_status() -> None:
    """Also with a header twice, as the edge of Zalo sends it; a redirect is an answer."""
    moved = b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"
    for said, answer in ((OK, Answer(200, b"good")), (moved, Answer(302, b""))):
        async with site(_says(said)) as address, Connections() as http:
            assert await http.post(address, b"{}", 2.0) == answer


@pytest.mark.parametrize(
    ("behaves", "expected"),
    [
        (_hangs, Late),
        (_resets, Unanswered),
        (_says(), Unanswered),
        (_says(b"\x00\x01 what is this?"), Unanswered),
        (_says(OK[:-2]), Unanswered),
        (_says(OK[:-2], b"od", pause=1.0), Late),
    ],
)
async def test_what_breaks_after_the_request_may_have_arrived(
    behaves: Behaves, expected: type[CallFailed]
) -> None:
    async with site(behaves) as address, Connections() as http:
        with pytest.raises(CallFailed) as caught:
            await http.post(address, b"{}", 0.5)
    assert type(caught.value) is expected
    assert SECRET not in repr(caught.value)
    assert caught.value.__cause__ is caught.value.__context__ is None


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:1/x", "http://nowhere.invalid/x", "no address", "http://[::1", "http://"]
)
async def test_without_a_connection_nothing_has_left(address: str) -> None:
    async with Connections() as http:
        with pytest.raises(Unsent):
            await http.post(address, b"{}", 2.0)


async def test_a_call_is_made_once() -> None:
    """A connection that broke under a request is not tried again: the platform may have acted."""
    asked = 0

    async def counts(reader: Reader, writer: Writer) -> None:
        nonlocal asked
        while True:
            await _asked(reader)
            asked += 1
            if asked == 2:
                writer.transport.abort()
                return
            writer.write(OK)

    async with site(counts) as address, Connections() as http:
        await http.post(address, b"{}", 2.0)
        with pytest.raises(Unanswered):
            await http.post(address, b"{}", 2.0)
        assert asked == 2
        assert (await http.post(address, b"{}", 2.0)).body == b"good"


async def test_too_much_is_not_read_to_its_end() -> None:
    async with site(_says(OK)) as address, Connections() as http:
        with pytest.raises(TooLarge):
            await http.get(address, 2.0, most=3)
    async with site(_says(OK)) as address, Connections() as http:
        assert await http.get(address, 2.0, most=4) == Answer(200, b"good")


async def test_a_form_carries_names_as_people_see_them() -> None:
    seen = b""

    async def keeps(reader: Reader, writer: Writer) -> None:
        nonlocal seen
        seen = await _asked(reader)
        writer.write(OK)

    async with site(keeps) as address, Connections() as http:
        files = {"document": Enclosed("Báo cáo.csv", b"a;b", "text/csv")}
        await http.post_form(address, {"chat_id": "5"}, files, 2.0)
        assert 'filename="Báo cáo.csv"'.encode() in seen
        assert b"a;b" in seen
        with pytest.raises(Cannot):
            await http.post_form(address, {"caption": "\ud83d"}, files, 2.0)


async def test_closed_connections_call_nobody_and_renewed_ones_anew() -> None:
    async with site(_says(OK)) as address:
        http = Connections()
        await http.post(address, b"{}", 2.0)
        http.renew()
        await http.post(address, b"{}", 2.0)
        await http.close()
        with pytest.raises(Unsent):
            await http.post(address, b"{}", 2.0)


@pytest.fixture
def trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """A certificate for localhost; the file that SSL_CERT_FILE names trusts it."""
    key, name = (
        ec.generate_private_key(ec.SECP256R1()),
        x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "us")]),
    )
    day = timedelta(days=1)
    signed = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(datetime.now(UTC) - day)
        .not_valid_after(datetime.now(UTC) + day)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, SHA256())
        .public_bytes(Encoding.PEM)
    )
    (tmp_path / "us.pem").write_bytes(signed)
    plain = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (tmp_path / "key.pem").write_bytes(plain)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "us.pem", tmp_path / "key.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "us.pem"))
    return context


async def test_a_platform_is_believed_only_with_a_certificate_we_trust(
    trusted: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with site(_says(OK), trusted) as address:
        async with Connections() as http:
            assert (await http.post(address, b"{}", 2.0)).body == b"good"
        monkeypatch.delenv("SSL_CERT_FILE")
        async with Connections() as http:
            with pytest.raises(Unsent, match="ca-certificates"):
                await http.post(address, b"{}", 2.0)


ENDS = """
import asyncio, sys
from bot.calling import Connections

async def main() -> None:
    async with Connections() as http:
        await http.post(sys.argv[1], b"{}", 5.0)

asyncio.run(main())
"""


async def test_a_process_that_ends_after_its_last_call_ends_in_order(trusted: ssl.SSLContext) -> None:
    async with site(_says(OK), trusted) as address:
        started = [asyncio.create_subprocess_exec(sys.executable, "-c", ENDS, address) for _ in range(8)]
        codes = [await process.wait() for process in await asyncio.gather(*started)]
    assert codes == [0] * 8


async def test_a_call_is_cancelled_also_when_its_answer_comes_at_that_moment() -> None:
    """A poll that lost it would go on for ever, and the process with it."""
    with ThreadPoolExecutor(1) as apart, socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(5)

        def answers() -> None:
            for _ in range(TIMES):
                connection, _ = listening.accept()
                with connection:
                    connection.recv(65536)
                    time.sleep(0.02)
                    connection.sendall(OK)

        answering = apart.submit(answers)
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/x"
        for _ in range(TIMES):
            async with Connections() as http:
                call = asyncio.create_task(http.post(address, b"{}", 5.0))
                await asyncio.sleep(0.01)
                time.sleep(0.05)  # noqa: ASYNC251  # the answer comes while the loop is busy
                call.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await call
        answering.result(5)


async def test_a_cancelled_call_is_cancelled() -> None:
    async with site(_hangs) as address, Connections() as http:
        call = asyncio.create_task(http.post(address, b"{}", 5.0))
        await asyncio.sleep(0.1)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
