"""A form: a frozen model asked one field at a time, in the order its fields are declared."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict

from handlers.engine.kind import Kind


@dataclass(frozen=True, slots=True)
class Skippable:
    """The field may be left without an answer."""


@dataclass(frozen=True, slots=True)
class When:
    """The field applies only while ``holds`` says so of the answers so far (an instance of the form)."""

    holds: Callable[[Any], bool]


class Form(BaseModel):
    """The draft of one form. Every field has a default, so that a partial draft is valid.

    ``name`` is the stable id, ``version`` rises when kept answers may no longer fit, ``summary`` False
    finishes right after the last field. The fields ``together`` may all be answered in one message, and are
    asked in one where messages are scarce. A field without a kind in its ``Annotated`` is never asked: it
    carries what ``begin`` was given. Raises TypeError when the class breaks these rules.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: ClassVar[str]
    version: ClassVar[int] = 1
    summary: ClassVar[bool] = True
    together: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        taken = {"name", "version", "summary", "together"} & cls.model_fields.keys()
        if taken:
            raise TypeError(
                f"{cls.__name__}: a field may not be called {', '.join(sorted(taken))}; rename it"
            )
        if not isinstance(getattr(cls, "name", None), str):
            raise TypeError(f"{cls.__name__}: give it a stable id, name: ClassVar[str] = '…'")
        for name, info in cls.model_fields.items():
            if info.is_required():
                raise TypeError(f"{cls.__name__}.{name}: needs a default, so that a partial draft is valid")


@dataclass(frozen=True, slots=True)
class FormField:
    """One field as the engine sees it."""

    name: str
    kind: Kind
    skippable: bool = False
    when: Callable[[Any], bool] | None = None

    def applies(self, draft: Form) -> bool:
        """Whether the field is asked at all, given the answers so far."""
        return self.when is None or self.when(draft)


@cache
def fields_of(form_type: type[Form]) -> tuple[FormField, ...]:
    """The asked fields of ``form_type`` in order. Raises TypeError when a field has two kinds."""
    found = []
    for name, info in form_type.model_fields.items():
        kinds = [mark for mark in info.metadata if isinstance(mark, Kind)]
        if len(kinds) > 1:
            raise TypeError(f"{form_type.__name__}.{name}: has {len(kinds)} kinds; keep one")
        if kinds:
            skippable = any(isinstance(mark, Skippable) for mark in info.metadata)
            when = next((mark.holds for mark in info.metadata if isinstance(mark, When)), None)
            found.append(FormField(name, kinds[0], skippable, when))
    return tuple(found)


@cache
def field_of(form_type: type[Form], name: str) -> FormField | None:
    """The asked field called ``name``, or None."""
    return next((field for field in fields_of(form_type) if field.name == name), None)


@cache
def has_conditions(form_type: type[Form]) -> bool:
    """Whether any field applies only sometimes."""
    return any(field.when is not None for field in fields_of(form_type))
