"""Reads the Fluent files: one folder a language, one file a subject."""

from functools import cache
from pathlib import Path
from typing import Literal, get_args

from babel import Locale
from fluent.runtime import FluentBundle
from fluent.runtime.types import FluentFloat, FluentInt
from fluent.syntax import FluentParser

from locales.formats import number

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
FOLDER = Path(__file__).parent

Argument = str | int | float


class MissingWords(KeyError):
    """A key that no file of the language (nor the Vietnamese ones) holds."""


class _Whole(FluentInt):
    """A whole number that remembers how it is written: the same few come again and again."""

    def format(self, locale: Locale) -> str:
        """See ``FluentNumber``."""
        return number(int(self), locale.language)


class _Broken(FluentFloat):
    """The same for one with decimals."""

    def format(self, locale: Locale) -> str:
        """See ``FluentNumber``."""
        return number(float(self), locale.language)


class Words:
    """The words of one language; a key it lacks is taken from Vietnamese."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        self._bundles = [_bundle(language)] if language == "vi" else [_bundle(language), _bundle("vi")]
        self._fixed: dict[str, str] = {}

    def __call__(self, key: str, **given: Argument) -> str:
        """The sentence ``key`` with its places filled; raises MissingWords or ValueError."""
        if given:
            return self._said(key, given)
        if key not in self._fixed:
            self._fixed[key] = self._said(key, given)
        return self._fixed[key]

    def _said(self, key: str, given: dict[str, Argument]) -> str:
        for bundle in self._bundles:
            pattern = bundle.get_message(key).value if bundle.has_message(key) else None
            if pattern is not None:
                text, errors = bundle.format_pattern(
                    pattern, {name: _read(one) for name, one in given.items()}
                )
                if errors:
                    raise ValueError(f"locales/{self.language}: {key}: {errors[0]}")
                return str(text)
        raise MissingWords(f"no words for {key!r}: add it to locales/vi/*.ftl")

    def has(self, key: str) -> bool:
        """Whether there are words for ``key``."""
        return any(bundle.has_message(key) for bundle in self._bundles)

    def listed(self, key: str) -> tuple[str, ...]:
        """A sentence that is a list separated by commas, such as the words for a command."""
        return tuple(part.strip() for part in self(key).split(",") if part.strip())


def _read(given: Argument) -> Argument:
    """An argument as Fluent takes it."""
    if isinstance(given, int):
        return _Whole(given)
    return _Broken(given) if isinstance(given, float) else given


@cache
def words(language: str) -> Words:
    """The shared reader of ``language``; Vietnamese when it is not one of ours."""
    known: Language = "en" if language.lower().startswith("en") else "vi"
    return Words(known)


@cache
def _bundle(language: Language) -> FluentBundle:
    # Names and notes are cleaned before they come here; isolation marks would only trouble screen
    # readers and searching in a chat.
    bundle = FluentBundle([language], use_isolating=False)
    parser = FluentParser(with_spans=False)  # where in its file a sentence stands is nobody's question here
    for path in sorted((FOLDER / language).glob("*.ftl")):
        bundle.add_resource(parser.parse(path.read_text(encoding="utf-8")))
    return bundle
