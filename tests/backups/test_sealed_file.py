"""A sealed file opens whole and with its key, or not at all."""

import hashlib
import io
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import sealed_file
from bot.sealed_file import MARK, SALT, SealedWriter, Unreadable, sealed_lines

KEY, OTHER = b"k" * 32, b"o" * 32
HEAD = len(MARK) + SALT
LINES = [b'{"manifest": 1}', *(hashlib.sha512(b"%d" % at).hexdigest().encode() for at in range(1000))]


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many chunks of a small file."""
    monkeypatch.setattr(sealed_file, "CHUNK", 512)


def _sealed(lines: list[bytes] = LINES, salt: bytes = b"s" * SALT) -> bytes:
    file = io.BytesIO()
    writer = SealedWriter(file, KEY, salt)
    writer.write(lines[0] + b"\n")
    writer.cut()
    for line in lines[1:]:
        writer.write(line + b"\n")
    writer.close()
    return file.getvalue()


def _chunks(sealed: bytes) -> list[bytes]:
    found, at = [], HEAD
    while at < len(sealed):
        size = 4 + int.from_bytes(sealed[at : at + 4], "big")
        found.append(sealed[at : at + size])
        at += size
    return found


def _read(sealed: bytes, key: bytes = KEY) -> list[bytes]:
    return list(sealed_lines(io.BytesIO(sealed), key))


def test_what_was_sealed_is_read_again() -> None:
    assert _read(_sealed()) == LINES
    assert len(_chunks(_sealed())) > 5


@given(st.lists(st.binary(max_size=200).map(lambda one: one.replace(b"\n", b"")), min_size=1, max_size=30))
@settings(deadline=None, max_examples=40)
def test_any_lines_are_read_again(lines: list[bytes]) -> None:
    kept = [one for one in _read(_sealed(lines)) if one]
    assert kept == [one for one in lines if one]


def test_the_first_line_needs_no_more_than_the_first_chunk() -> None:
    begin = _sealed()[: HEAD + len(_chunks(_sealed())[0]) + 8]
    assert next(sealed_lines(io.BytesIO(begin), KEY)) == LINES[0]


def test_nothing_of_the_text_is_in_the_file() -> None:
    plain = b"canary 0912345678"
    sealed = _sealed([b"{}", plain])
    assert plain not in sealed
    assert zlib.compress(plain)[4:12] not in sealed


@pytest.mark.parametrize("at", range(HEAD, HEAD + 2200, 37))
def test_one_flipped_bit_is_found(at: int) -> None:
    sealed = bytearray(_sealed())
    sealed[at] ^= 1
    with pytest.raises(Unreadable):
        _read(bytes(sealed))


def test_what_is_cut_off_swapped_taken_out_or_added_is_found() -> None:
    head, chunks = _sealed()[:HEAD], _chunks(_sealed())
    for wrong in (
        chunks[:-1],
        chunks[1:],
        [*chunks[:2], *chunks[3:]],
        [chunks[0], chunks[2], chunks[1], *chunks[3:]],
        [*chunks, chunks[-1]],
        [],
    ):
        with pytest.raises(Unreadable, match=r"chunk|another key"):
            _read(head + b"".join(wrong))
    with pytest.raises(Unreadable, match="damaged or cut off"):
        _read(_sealed()[:-3])


def test_another_key_or_another_file_is_said() -> None:
    with pytest.raises(Unreadable, match="another key"):
        _read(_sealed(), OTHER)
    for other in (b"", b"SQLite format 3\x00" * 10, _sealed()[: HEAD - 1]):
        with pytest.raises(Unreadable, match="no backup"):
            _read(other)


def test_two_files_of_one_key_share_nothing() -> None:
    one, other = _sealed(salt=b"a" * SALT), _sealed(salt=b"b" * SALT)
    assert one[HEAD + 4 :] != other[HEAD + 4 :]
    with pytest.raises(Unreadable):
        _read(one[:HEAD] + b"".join(_chunks(other)))
