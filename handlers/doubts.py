"""Figures that are worth a second look. They are asked about and never refused: an odd day is a day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from storage.figures import visits_of

MOST_IN_HALF_A_DAY, MOST_IN_A_DAY = 60, 120
"""Citizens one volunteer can help in half a day or a day without queueing them: one in four minutes."""
MOST_IN_A_CLASS = 100
WHOLE_DAY = "day"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A key of words ``doubt-…`` and what its sentence needs."""

    key: str
    args: Mapping[str, int | str] = field(default_factory=dict)


def of_one(
    visits: int | None,
    lines: Mapping[str, int],
    groups: Mapping[str, int],
    figures: Mapping[str, int],
    part: str,
) -> Iterator[Doubt]:
    """What is odd in the report of one person about one shift."""
    total, matters = visits_of(visits, lines), sum(lines.values())
    most = MOST_IN_A_DAY if part == WHOLE_DAY else MOST_IN_HALF_A_DAY
    if total > most:
        yield Doubt("doubt-many", {"visits": total, "most": most})
    if visits and lines and matters < visits:
        yield Doubt("doubt-fewer-parts", {"visits": visits, "parts": matters})
    group, count = max(groups.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    if visits and count > visits:
        yield Doubt("doubt-group", {"visits": visits, "count": count, "group": group})
    yield from of_classes(figures)


def of_classes(figures: Mapping[str, int]) -> Iterator[Doubt]:
    """What is odd in classes and trainings: too many in one, or people without any."""
    for held, people in (("lop", "hoc_vien"), ("tap_huan", "nguoi_tap_huan")):
        many, sat = figures.get(held), figures.get(people)
        if sat and many == 0:
            yield Doubt("doubt-no-class", {"people": sat, "figure": people})
        elif sat and many and sat > many * MOST_IN_A_CLASS:
            yield Doubt("doubt-full-class", {"people": sat, "classes": many, "figure": people})
