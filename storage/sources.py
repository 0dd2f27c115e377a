"""Reads for many turns at once: a turn declares what it needs, a batch asks once a kind."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

from storage import json_text
from storage.queries import Tx

K = TypeVar("K", bound=Hashable)
V_co = TypeVar("V_co", covariant=True)

PersonKey = tuple[str, str]
"""(tenant, person id)."""
TeamKey = tuple[str, str]
"""(tenant, team id)."""


@dataclass(frozen=True, slots=True)
class Source(Generic[K, V_co]):
    """A kind of fact and the one query that fetches it for many keys."""

    name: str
    load: Callable[[Tx, Sequence[K]], Awaitable[Mapping[K, V_co]]]

    def of(self, key: K) -> "Need[K, V_co]":
        """The need for this fact about ``key``."""
        return Need(self, key)


@dataclass(frozen=True, slots=True)
class Need(Generic[K, V_co]):
    """One fact a turn will ask for."""

    source: Source[K, V_co]
    key: K


class Facts:
    """The facts of a batch, as they stood in one read."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, Hashable], Any] = {}

    def get(self, need: Need[K, V_co]) -> V_co | None:
        """The fact, or None when the database has none. Asking for what nobody declared is a mistake
        in the program and raises KeyError."""
        return cast("V_co | None", self._known[need.source.name, need.key])

    async def load(self, tx: Tx, needs: Iterable[Need[Any, Any]]) -> None:
        """Fetch ``needs``, one query a kind."""
        wanted: dict[str, dict[Hashable, Need[Any, Any]]] = defaultdict(dict)
        for need in needs:
            wanted[need.source.name][need.key] = need
        for name, by_key in wanted.items():
            source = next(iter(by_key.values())).source
            found = await source.load(tx, list(by_key))
            for key in by_key:
                self._known[name, key] = found.get(key)


def json_list(values: Iterable[str]) -> str:
    """``values`` without repeats as one JSON text, the way lists reach both engines."""
    return json_text.written(sorted(set(values)))
