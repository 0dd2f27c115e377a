"""Golden digests: what each of these days says, with its buttons.

``python -m tests.digests.test_golden --rewrite`` renews them; read the difference before you commit.
"""

import sys
from pathlib import Path

import pytest

from handlers import digest
from locales import words
from tests.digests.pictures import DAYS
from tests.world import shown

FOLDER = Path(__file__).parent / "golden"


def _said(name: str) -> str:
    return shown(digest.told(words("vi"), DAYS[name]())) + "\n"


@pytest.mark.parametrize("name", DAYS)
def test_the_digest_reads_as_written(name: str) -> None:
    assert _said(name) == (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


def test_no_golden_digest_is_left_over() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(DAYS)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", DAYS)
def test_it_fits_on_a_screen(name: str, language: str) -> None:
    """A thousand characters, whole lines; and English has the same lines as Vietnamese."""
    told = digest.told(words(language), DAYS[name]())
    assert len(told.text) <= digest.MOST
    whole = {line for part in digest.parts() for line in part.lines(words(language), DAYS[name]())}
    assert set(told.text.splitlines()[1:]) <= {*whole, words(language)("digest-nothing"), "…"}


def test_a_day_without_anything_is_one_line() -> None:
    assert len(digest.told(words("vi"), DAYS["nothing"]()).text.splitlines()) == 2


def test_what_is_to_be_done_is_never_left_out() -> None:
    """However long the day was."""
    told = digest.told(words("vi"), DAYS["overflowing"]())
    assert "Chờ anh/chị xác nhận" in told.text
    assert "Ngày mai" in told.text
    assert told.text.endswith("…")


def rewrite() -> None:
    """Write every digest as it is now."""
    FOLDER.mkdir(exist_ok=True)
    for name in DAYS:
        (FOLDER / f"{name}.txt").write_text(_said(name), encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] != ["--rewrite"]:
        raise SystemExit("usage: python -m tests.digests.test_golden --rewrite")
    rewrite()
