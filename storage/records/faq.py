"""What people add to the FAQ over its files: answers of their own, and more ways to ask for one."""

from storage.records.moments import At, MaybeAt, Record


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
