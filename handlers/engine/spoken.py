"""How people say numbers, days, times and picks from a list: the words of ``spoken.yaml``, read once."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class Spoken:
    """Folded words and what they mean; ``weekday`` counts from Monday = 0."""

    zero: frozenset[str]
    times: Mapping[str, int]
    after: frozenset[str]
    before_day: tuple[str, ...]
    from_today: Mapping[str, int]
    weekday: Mapping[str, int]
    hour: tuple[str, ...]
    minute: tuple[str, ...]
    half: tuple[str, ...]
    morning: tuple[str, ...]
    noon: tuple[str, ...]
    afternoon: tuple[str, ...]
    everyone: tuple[str, ...]
    but: tuple[str, ...]
    up_to: tuple[str, ...]
    besides: tuple[str, ...]


def _read() -> Spoken:
    """The file beside this module."""
    data = yaml.safe_load(files(__package__).joinpath("spoken.yaml").read_text("utf-8"))
    number, day, time = data["number"], data["day"], data["time"]
    return Spoken(
        zero=frozenset(number["zero"]),
        times=dict(number["times"]),
        after=frozenset(number["after"]),
        before_day=tuple(day["before"]),
        from_today=dict(day["from_today"]),
        weekday=dict(day["weekday"]),
        **{key: tuple(words) for key, words in (time | data["picks"]).items()},
    )


SPOKEN = _read()
