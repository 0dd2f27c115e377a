"""The units as they are called today, replaced as a whole when one of them gets another name."""

from handlers.unit_search import Match, UnitIndex
from storage.records.unit import Unit


class UnitShelf:
    """See the module. One is shared by all turns of a process."""

    def __init__(self, index: UnitIndex) -> None:
        self.put(index)

    def put(self, index: UnitIndex) -> None:
        """Put another index in the place of the one there was."""
        self.index = index

    def unit(self, code: str) -> Unit | None:
        """See ``UnitIndex.unit``."""
        return self.index.unit(code)

    def provinces(self, text: str) -> list[Match]:
        """See ``UnitIndex.provinces``."""
        return self.index.provinces(text)

    def communes(self, text: str, province_code: str) -> list[Match]:
        """See ``UnitIndex.communes``."""
        return self.index.communes(text, province_code)
