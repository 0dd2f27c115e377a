"""What people ask the FAQ, and what they add over its files: their own answers, more ways to ask."""

from enum import StrEnum

from storage.records.moments import At, MaybeAt, Record


class QuestionState(StrEnum):
    """Whether people have to do with a question: ``OPEN`` waits for them, the last two are what they did."""

    NONE = ""
    OPEN = "open"
    ANSWERED = "answered"
    DROPPED = "dropped"


class FaqQuestion(Record):
    """One question as it was masked at the intake.

    ``near`` are the slugs nearest to it, with spaces between, shown or not; ``slug`` is the one by which it
    was answered, ``answer`` what somebody who answers wrote in their own words. ``to_id`` is the person it
    is with since ``told_at``: one at a time.
    """

    tenant: str
    id: str
    person_id: str = ""
    team_id: str = ""
    unit_code: str = ""
    question: str
    decision: str
    slug: str = ""
    near: str = ""
    state: QuestionState = QuestionState.NONE
    asked_at: At
    to_id: str = ""
    told_at: MaybeAt = None
    settled_at: MaybeAt = None
    settled_by: str = ""
    answer: str = ""

    @property
    def nearest(self) -> tuple[str, ...]:
        """The slugs nearest to it, best first."""
        return tuple(self.near.split())


class FaqEntry(Record):
    """A question that somebody who answers for a unit answered for good. Its id is its slug."""

    tenant: str
    id: str
    unit_code: str
    title: str
    body: str
    source: str
    checked_on: str
    created_by: str
    created_at: At
    removed_at: MaybeAt = None

    @property
    def place(self) -> str:
        """Where it is known: in its unit and below."""
        return place(self.tenant, self.unit_code)


class FaqPhrasing(Record):
    """One more way to ask for a topic, ``slug`` of a file or of an entry."""

    tenant: str
    id: str
    unit_code: str
    slug: str
    phrase: str
    created_by: str
    created_at: At
    removed_at: MaybeAt = None

    @property
    def place(self) -> str:
        """Where it is known: in its unit and below."""
        return place(self.tenant, self.unit_code)


def place(tenant: str, unit_code: str) -> str:
    """The name of a place where something is known."""
    return f"{tenant}/{unit_code}"
