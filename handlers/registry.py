"""The folder is the registry: dropping a file in is the whole registration."""

import importlib
import pkgutil
from functools import cache
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


def instances(package: ModuleType, kind: type[T]) -> list[T]:
    """One instance of the class of ``kind`` that each module of ``package`` defines, by module name.

    Raises TypeError when a module defines none or several: a file holds one idea.
    """
    found = []
    for info in sorted(pkgutil.iter_modules(package.__path__), key=lambda one: one.name):
        module = importlib.import_module(f"{package.__name__}.{info.name}")
        own = [
            value
            for value in vars(module).values()
            if isinstance(value, type) and issubclass(value, kind) and value.__module__ == module.__name__
        ]
        if len(own) != 1:
            raise TypeError(
                f"{module.__name__} defines {len(own)} classes of {kind.__name__}; keep exactly one"
            )
        found.append(own[0]())
    return found


@cache
def plural(name: str) -> ModuleType:
    """The folder ``handlers/<name>``."""
    return importlib.import_module(f"handlers.{name}")
