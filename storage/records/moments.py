"""How records meet columns: aware times as UTC microseconds, yes/no as 0/1, parts as JSON."""

from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainSerializer

from storage import json_text

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_micros(moment: datetime) -> int:
    """``moment`` (aware) as UTC microseconds since 1970."""
    return (moment - _EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """The aware UTC time of ``micros``."""
    return _EPOCH + micros * _MICROSECOND


def _read_at(value: Any) -> Any:
    return from_micros(value) if isinstance(value, int) else value


def _write_at(value: datetime | None) -> int | None:
    return None if value is None else to_micros(value)


def _read_json(value: Any) -> Any:
    return json_text.read(value) if isinstance(value, str) else value


def _write_json(value: Any) -> str:
    return json_text.sorted_by_key(value)


At = Annotated[datetime, BeforeValidator(_read_at), PlainSerializer(_write_at)]
MaybeAt = Annotated[datetime | None, BeforeValidator(_read_at), PlainSerializer(_write_at)]
Flag = Annotated[bool, PlainSerializer(int)]
MaybeFlag = Annotated[bool | None, PlainSerializer(lambda value: None if value is None else int(value))]
Counts = Annotated[dict[str, int], BeforeValidator(_read_json), PlainSerializer(_write_json)]

Texts = Annotated[list[str], BeforeValidator(_read_json), PlainSerializer(_write_json)]
Rows = Annotated[list[dict[str, Any]], BeforeValidator(_read_json), PlainSerializer(_write_json)]
"""Rows of another table as they stood."""


class Record(BaseModel):
    """A row as the program sees it: frozen; ``model_dump()`` gives the columns."""

    model_config = ConfigDict(frozen=True, extra="ignore")
