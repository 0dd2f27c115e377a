"""Where a place is: a point on the ground and how far around it counts. About a place, never a person."""

from storage.records.moments import At, Record


class PlacePoint(Record):
    """The point of the place ``id``: millionths of a degree, and metres."""

    tenant: str
    id: str
    team_id: str
    latitude_e6: int
    longitude_e6: int
    radius_m: int
    set_at: At

    @property
    def latitude(self) -> float:
        """Degrees."""
        return self.latitude_e6 / 1_000_000

    @property
    def longitude(self) -> float:
        """Degrees."""
        return self.longitude_e6 / 1_000_000
