"""JSON as columns and platforms hold it: one line, letters as they are; orjson's, at an eighth of the CPU of
Python's own."""

import json
from typing import Any

import orjson


def written(value: Any) -> str:
    """``value`` as JSON. What orjson does not write, Python's own does: half a letter (escaped), a number
    beyond 64 bits."""
    try:
        return orjson.dumps(value).decode()
    except TypeError:
        return json.dumps(value, separators=(",", ":"))


def sorted_by_key(value: Any) -> str:
    """``value`` as JSON that is the same for equal values."""
    try:
        return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()
    except TypeError:
        return json.dumps(value, sort_keys=True, separators=(",", ":"))


def read(text: str | bytes) -> Any:
    """The value of a JSON text. Raises ValueError when it is none."""
    try:
        return orjson.loads(text)
    except ValueError:  # half a letter, NaN: Python's own reads them
        return json.loads(text)
