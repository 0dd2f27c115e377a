"""A sealed file, written and read as a stream: compressed, then encrypted chunk by chunk with AES-256-GCM.

Layout: the mark, 16 bytes of salt, then chunks of four bytes of length and as many sealed ones. The key of a
file is derived from its salt, the nonce of a chunk is its number, and the last chunk says so under the seal:
what is flipped, swapped, taken out or cut off does not open.
"""

import hmac
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

MARK = b"AOXANH-BACKUP-1\n"
SALT = 16
CHUNK = 256 * 1024
"""Compressed bytes under one seal."""
_LARGEST = CHUNK * 4


class Unreadable(Exception):
    """A file that is no sealed file, is damaged, or was sealed with another key: which of them, and where."""


class SealedWriter:
    """Seals what is written to ``file``; ``salt`` is 16 random bytes."""

    def __init__(self, file: BinaryIO, key: bytes, salt: bytes) -> None:
        self._file = file
        self._salt = salt
        self._sealing = AESGCM(hmac.digest(key, salt, "sha256"))
        self._packing = zlib.compressobj(1)
        self._waiting = bytearray()
        self._chunks = 0
        file.write(MARK + salt)

    def write(self, data: bytes) -> None:
        """Take ``data``; it is on its way once a chunk is full."""
        self._waiting += self._packing.compress(data)
        self._seal_full()

    def cut(self) -> None:
        """Seal what was written so far, so that it can be read without the rest."""
        self._waiting += self._packing.flush(zlib.Z_SYNC_FLUSH)
        self.seal(bytes(self._waiting), last=False)
        self._waiting.clear()

    def close(self) -> None:
        """Seal the end; the file itself stays open."""
        self._waiting += self._packing.flush()
        self._seal_full()
        self.seal(bytes(self._waiting), last=True)

    def _seal_full(self) -> None:
        while len(self._waiting) >= CHUNK:
            self.seal(bytes(self._waiting[:CHUNK]), last=False)
            del self._waiting[:CHUNK]

    def seal(self, data: bytes, *, last: bool) -> None:
        """Put a compressed chunk under a seal of its own."""
        sealed = self._sealing.encrypt(self._chunks.to_bytes(12, "big"), data, _beside(self._salt, last=last))
        self._file.write(len(sealed).to_bytes(4, "big") + sealed)
        self._chunks += 1


def sealed_anew(source: BinaryIO, target: BinaryIO, before: bytes, key: bytes, salt: bytes) -> None:
    """Copy a sealed file from under the key ``before`` to under ``key``, without unpacking it. Raises
    Unreadable."""
    writer, waiting = SealedWriter(target, key, salt), None
    for chunk in _opened(source, before):
        if waiting is not None:
            writer.seal(waiting, last=False)
        waiting = chunk
    writer.seal(waiting or b"", last=True)


def sealed_lines(file: BinaryIO, key: bytes) -> Iterator[bytes]:
    """The lines of a sealed file without their ends, as far as they are asked for. Raises Unreadable."""
    unpacking, rest = zlib.decompressobj(), b""
    for chunk in _opened(file, key):
        *whole, rest = (rest + unpacking.decompress(chunk)).split(b"\n")
        yield from whole
    if rest:
        yield rest


def _opened(file: BinaryIO, key: bytes) -> Iterator[bytes]:
    head = file.read(len(MARK) + SALT)
    if len(head) < len(MARK) + SALT or not head.startswith(MARK):
        raise Unreadable("it is no backup of this program")
    salt, number, length = head[len(MARK) :], 0, file.read(4)
    sealing = AESGCM(hmac.digest(key, salt, "sha256"))
    while length:
        size = int.from_bytes(length, "big")
        sealed = file.read(size) if size <= _LARGEST else b""
        length = file.read(4)
        try:
            yield sealing.decrypt(number.to_bytes(12, "big"), sealed, _beside(salt, last=not length))
        except InvalidTag:
            raise Unreadable(
                f"it is damaged or cut off at chunk {number}"
                if number
                else "it was sealed with another key (BACKUP_KEY, or SECRET_KEY without one), or is damaged"
            ) from None
        number += 1
    if not number:
        raise Unreadable("it is damaged or cut off at chunk 0")


def _beside(salt: bytes, *, last: bool) -> bytes:
    return salt + (b"\x01" if last else b"\x00")
