"""Who comes to which planned shift, and what became of that."""

from enum import StrEnum

from storage.records.moments import At, MaybeAt, Record


class SignupState(StrEnum):
    """``SIGNED`` by the person, ``ASSIGNED`` by a leader, ``PLEDGED`` when they said they will come;
    ``ABSENT`` when they said they will not, ``AWAY`` when they did so where nobody signs up and had no place,
    ``RELEASED`` when the sign-up was taken back."""

    SIGNED = "signed"
    ASSIGNED = "assigned"
    PLEDGED = "pledged"
    ABSENT = "absent"
    AWAY = "away"
    RELEASED = "released"


class Signup(Record):
    """One person's place in one shift; open until ``ended_at``, and one open one a person and shift.

    ``reason`` is a code of an absence, ``note`` its own words. ``asked_at`` is when a pledge was asked for.
    ``told_at`` is when whoever should hear of the last change had heard it: the person of what a leader
    did, the leaders of an absence; None while they still have to.
    """

    tenant: str
    id: str
    team_id: str
    shift_id: str
    person_id: str
    state: SignupState = SignupState.SIGNED
    reason: str = ""
    note: str = ""
    created_at: At
    asked_at: MaybeAt = None
    pledged_at: MaybeAt = None
    ended_at: MaybeAt = None
    told_at: MaybeAt = None
    version: int = 0

    @property
    def open(self) -> bool:
        """Whether the person is expected."""
        return self.ended_at is None

    @property
    def absent(self) -> bool:
        """Whether the person said that they will not come."""
        return self.state in (SignupState.ABSENT, SignupState.AWAY)

    @property
    def unanswered(self) -> bool:
        """Whether a pledge was asked for and not given."""
        return self.open and self.asked_at is not None and self.state is not SignupState.PLEDGED


class PlacedSignup(Signup):
    """A sign-up with the name and language of its person, and when and where its shift is."""

    name: str
    language: str
    starts_at: At
    ends_at: At
    needed: int = 0
    place_name: str = ""


class CountedSignup(PlacedSignup):
    """A sign-up with how many come to its shift now."""

    coming: int
