"""Reads the Fluent files: one folder a language, one file a subject."""

from functools import cache
from pathlib import Path
from typing import Literal, get_args

from babel import Locale
from fluent.runtime import FluentBundle
from fluent.runtime.types import FluentFloat, FluentInt
from fluent.syntax import FluentParser

from locales.formats import number
from locales.sentences import sentences

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
        read = {name: _read(one) for name, one in given.items()}
        for bundle in self._bundles:
            try:
                text = bundle.said(key, read)
            except ValueError as error:
                raise ValueError(f"locales/{self.language}: {key}: {error}") from error
            if text is not None:
                return text
        raise MissingWords(f"no words for {key!r}: add it to locales/vi/*.ftl")

    def has(self, key: str) -> bool:
        """Whether there are words for ``key``."""
        return any(bundle.has(key) for bundle in self._bundles)

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


class _Bundle:
    """The sentences of one language, each parsed when it is first said."""

    def __init__(self, language: Language) -> None:
        # Names and notes are cleaned before they come here; isolation marks would only trouble screen
        # readers and searching in a chat.
        self._read = FluentBundle([language], use_isolating=False)
        self._parser = FluentParser(with_spans=False)  # where in its file a sentence stands nobody asks here
        self._unread: dict[str, str] = {}
        for path in sorted((FOLDER / language).glob("*.ftl")):
            for key, source in sentences(path.read_text(encoding="utf-8")):
                self._unread.setdefault(key, source)

    def has(self, key: str) -> bool:
        """Whether there are words for ``key``."""
        return key in self._unread or self._read.has_message(key)

    def said(self, key: str, given: dict[str, Argument]) -> str | None:
        """The sentence ``key``, None when there is none; raises ValueError when it cannot be said."""
        source = self._unread.get(key)
        if source is not None:
            self._read.add_resource(self._parser.parse(source))
            self._unread.pop(key, None)  # only now: another thread may ask for it meanwhile
        pattern = self._read.get_message(key).value if self._read.has_message(key) else None
        if pattern is None:
            return None
        text, errors = self._read.format_pattern(pattern, given)
        if errors:
            raise ValueError(str(errors[0]))
        return str(text)


@cache
def _bundle(language: Language) -> _Bundle:
    return _Bundle(language)
