"""A file cut into sentences says what the whole file says."""

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent

from locales import LANGUAGES
from locales.reader import FOLDER, Words
from locales.sentences import sentences

ODD = """\
# A remark
first = One
    line = no key

second =
    { $count ->
        [one] one
       *[other] = many
}
### Another
third-1 = { "{" }
    .tooltip = an attribute
"""


def _parsed(source: str) -> list[fluent.BaseNode]:
    whole = FluentParser(with_spans=False).parse(source).body
    for entry in whole:
        if isinstance(entry, fluent.Message):
            entry.comment = None
    return [entry for entry in whole if not isinstance(entry, fluent.BaseComment)]


def _in_pieces(source: str) -> list[fluent.BaseNode]:
    return [entry for _, piece in sentences(source) for entry in _parsed(piece)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_in_pieces_is_the_whole(language: str) -> None:
    for path in sorted((FOLDER / language).glob("*.ftl")):
        source = path.read_text(encoding="utf-8")
        whole, pieces = _parsed(source), _in_pieces(source)
        assert len(whole) == len(pieces), path.name
        assert all(one.equals(other) for one, other in zip(whole, pieces, strict=True)), path.name


def test_what_only_looks_like_a_key_begins_nothing() -> None:
    assert [key for key, _ in sentences(ODD)] == ["first", "second", "third-1"]
    assert all(one.equals(other) for one, other in zip(_parsed(ODD), _in_pieces(ODD), strict=True))


def test_a_sentence_is_there_before_it_is_read_and_after() -> None:
    reader = Words("en")
    assert reader.has("channel-telegram")
    assert reader("channel-telegram")
    assert reader.has("channel-telegram")
    assert not reader.has("no-such-words")
