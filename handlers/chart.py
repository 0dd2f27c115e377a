"""The kind of every chart: what a picture shows goes in, the picture comes out.

Conversations and jobs only name a chart in a ``Drawing``; the outbox draws it when the message leaves.
"""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any, ClassVar

from handlers.messages import Drawing
from handlers.registry import instances, plural


class Chart:
    """One kind of picture. Each file in ``charts/`` is one, and is found by being there.

    ``name`` is stable: messages that wait carry it.
    """

    name: ClassVar[str]

    def draw(self, shows: Mapping[str, Any]) -> bytes:
        """The PNG of ``shows``, at most 60 KB, readable on a screen of 360 points."""
        raise NotImplementedError(f"{type(self).__name__} draws nothing")


def draw(drawing: Drawing) -> bytes:
    """The PNG of ``drawing``. Slow: a tenth of a second and more, and the first one loads the libraries.

    Raises KeyError when there is no such chart.
    """
    return _charts()[drawing.chart].draw(json.loads(drawing.shows))


@cache
def _charts() -> Mapping[str, Chart]:
    return {one.name: one for one in instances(plural("charts"), Chart)}
