"""The judge of power cuts is judged: it keeps what was synced, forgets what was not, and tears."""

import random
from pathlib import Path

from tests.chaos.disk import Disk
from tests.chaos.promises import Promises
from tests.chaos.recording import Cut, Gone, Sync, Wire, Write, events

OLD, NEW = bytes(2048), b"n" * 2048


def _disk(folder: Path, *names: str) -> Disk:
    for name in names:
        (folder / name).write_bytes(OLD)
    return Disk(folder, "a.sqlite")


def test_only_what_was_synced_is_there(tmp_path: Path) -> None:
    """Before the sync the old bytes, after it the new ones; another file's sync does not help."""
    disk = _disk(tmp_path, "a.sqlite", "a.sqlite-wal", "other")
    disk.happens(Write(tmp_path / "a.sqlite", 0, NEW))
    disk.happens(Sync(tmp_path / "a.sqlite-wal"))
    assert disk.cut() == {"a.sqlite": OLD, "a.sqlite-wal": OLD}
    disk.happens(Sync(tmp_path / "a.sqlite"))
    assert disk.cut()["a.sqlite"] == NEW


def test_what_was_not_synced_may_be_there_in_part(tmp_path: Path) -> None:
    """Whole, not at all, or some of its sectors."""
    disk = _disk(tmp_path, "a.sqlite")
    disk.happens(Write(tmp_path / "a.sqlite", 0, NEW))
    chance = random.Random(0)
    seen = {disk.cut(chance)["a.sqlite"] for _ in range(200)}
    assert {OLD, NEW} < seen
    assert {len(one) for one in seen} == {2048}
    sectors = {one[at : at + 512] for one in seen for at in range(0, 2048, 512)}
    assert sectors == {bytes(512), b"n" * 512}


def test_names_are_safe_when_their_folder_is(tmp_path: Path) -> None:
    """A file that was made is not found, one that was taken away is still there, until then."""
    disk = _disk(tmp_path, "a.sqlite", "a.sqlite-wal")
    disk.happens(Gone(tmp_path / "a.sqlite-wal"))
    disk.happens(Write(tmp_path / "a.sqlite-journal", 0, NEW))
    disk.happens(Sync(tmp_path / "a.sqlite-journal"))
    assert set(disk.cut()) == {"a.sqlite", "a.sqlite-wal"}
    disk.happens(Sync(tmp_path))
    assert disk.cut() == {"a.sqlite": OLD, "a.sqlite-journal": NEW}


def test_a_file_that_was_cut_is_shorter(tmp_path: Path) -> None:
    """Its length too is safe only after a sync."""
    disk = _disk(tmp_path, "a.sqlite")
    disk.happens(Cut(tmp_path / "a.sqlite", 100))
    assert len(disk.cut()["a.sqlite"]) == 2048
    disk.happens(Sync(tmp_path / "a.sqlite"))
    assert len(disk.cut()["a.sqlite"]) == 100


def _hex(text: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in text.encode())


def test_a_recording_is_read_in_its_order(tmp_path: Path) -> None:
    """Calls of several threads that overlap: a write counts from its beginning, a sync from its end, and
    what failed not at all."""
    path, sync = f"3<{_hex('/d/a.sqlite')}>", "1700000000.5"
    trace = tmp_path / "trace.txt"
    trace.write_text(
        f'7 {sync} pwrite64({path}, "{_hex("ab")}", 2, 4096 <unfinished ...>\n'
        f"8 {sync} fdatasync({path} <unfinished ...>\n"
        f'9 {sync} sendto(5<{_hex("socket:[1]")}>, "{_hex("hi")}", 2, 0, NULL, 0) = 2\n'
        f'9 {sync} writev(5<{_hex("socket:[1]")}>, [{{iov_base="{_hex("PO")}", iov_len=2}}, '
        f'{{iov_base="{_hex("ST")}", iov_len=2}}], 2) = 3\n'
        f"7 {sync} <... pwrite64 resumed>) = 2\n"
        f"8 {sync} <... fdatasync resumed>) = 0\n"
        f"8 {sync} fdatasync({path}) = -1 EIO (Input/output error) (INJECTED)\n"
        f"8 {sync} ftruncate({path}, 12) = 0\n"
        f'8 {sync} unlink("{_hex("/d/a.sqlite-wal")}") = 0\n'
    )
    assert list(events(trace)) == [
        Write(Path("/d/a.sqlite"), 4096, b"ab"),
        Wire(5, True, b"hi"),
        Wire(5, True, b"POS"),
        Sync(Path("/d/a.sqlite")),
        Cut(Path("/d/a.sqlite"), 12),
        Gone(Path("/d/a.sqlite-wal")),
    ]


def _http(head: str, body: str = "") -> bytes:
    return f"{head}\r\nContent-Length: {len(body.encode())}\r\n\r\n{body}".encode()


def test_promises_are_heard_on_the_wires() -> None:
    """The offset of a poll, a 200 to the webhook, "đã ghi" to a person; a 503 promises nothing."""
    promises = Promises(frozenset({10, 11, 12}))
    poll = _http("POST /bot7:x/getUpdates?limit=100&offset=11 HTTP/1.1")
    assert not promises.hear(Wire(4, True, poll[:20]))
    assert promises.hear(Wire(4, True, poll[20:]))
    assert promises.acknowledged == {10}
    for status, update in (("503 Service Unavailable", 12), ("200 OK", 11)):
        promises.hear(Wire(9, False, _http("POST /hooks/telegram/7 HTTP/1.1", f'{{"update_id": {update}}}')))
        promises.hear(Wire(9, True, _http(f"HTTP/1.1 {status}")))
    assert promises.acknowledged == {10, 11}
    told = '{"chat_id": 2001, "text": "Đã ghi 107 lượt người dân"}'
    assert promises.hear(Wire(4, True, _http("POST /bot7:x/sendMessage HTTP/1.1", told)))
    assert promises.counted == {(2001, 107)}
    assert promises.broken([10], [(2001, 107)]) == 1
