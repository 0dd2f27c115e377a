"""Cuts a Fluent file into its sentences without reading them: a process says few of the thousands there are,
and to read all of them takes a third of a second and ten megabytes at every start."""

import re
from collections.abc import Iterator

_BEGINS = re.compile(r"^([a-zA-Z][\w-]*) *=", re.MULTILINE)


def sentences(text: str) -> Iterator[tuple[str, str]]:
    """Each key of the Fluent ``text`` with its source. Remarks between two of them go with the first; terms
    ("-brand = …") are not ours."""
    begins = list(_BEGINS.finditer(text))
    ends = [one.start() for one in begins[1:]] + [len(text)]
    return ((one[1], text[one.start() : end]) for one, end in zip(begins, ends, strict=True))
