"""The page's words: all there in each language, none left over."""

import re
from pathlib import Path

import pytest

from bot.channels.web.page import ANYONE, PAGES, QUICK, SCRIPT_WORDS, Pages
from handlers.vocabulary import vocabulary
from locales import LANGUAGES, Words
from locales.reader import FOLDER

CODE = PAGES.parent


def _keys(language: str) -> set[str]:
    text = (FOLDER / language / "web.ftl").read_text(encoding="utf-8")
    return set(re.findall(r"^(web-[a-z-]+) =", text, re.MULTILINE))


def _texts(folder: Path, pattern: str) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob(pattern)))


def test_every_language_has_every_word() -> None:
    assert {language: _keys(language) for language in LANGUAGES} == dict.fromkeys(LANGUAGES, _keys("vi"))


def test_scripts_ask_only_for_words_they_are_given() -> None:
    asked = set(re.findall(r"""word\(\s*"([a-z-]+)\"""", _texts(PAGES, "*.js")))

    assert {f"web-{key}" for key in asked} <= set(SCRIPT_WORDS)


def test_no_word_is_left_over() -> None:
    scripts, templates, code = _texts(PAGES, "*.js"), _texts(PAGES, "*.html"), _texts(CODE, "*.py")
    unsaid = [key for key in SCRIPT_WORDS if f'"{key.removeprefix("web-")}"' not in scripts]
    quick = {f"web-quick-{whose}" for whose in (ANYONE, *QUICK.values())}

    assert unsaid == []
    assert {
        key for key in _keys("vi") - quick if f'"{key}"' not in code and f"'{key}'" not in templates
    } == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_written_in_each_language(language: str) -> None:
    pages = Pages(Words("vi" if language == "vi" else "en"))

    assert f'<html lang="{language}">' in pages.index
    assert "{count}" in pages.index


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_quick_word_opens_something(language: str) -> None:
    """What stands under the log is sent as it stands, so the bot has to know it as a name."""
    known, reader = vocabulary(), Words("vi" if language == "vi" else "en")
    said = {text for whose in (ANYONE, *QUICK.values()) for text in reader.listed(f"web-quick-{whose}")}

    assert [text for text in sorted(said) if known.named_by(text) is None] == []
