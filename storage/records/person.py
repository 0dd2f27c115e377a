"""A person as little as possible: a chosen name, a language, and whether they are sixteen."""

from pydantic import Field

from storage.records.moments import At, Flag, MaybeAt, Record


class Person(Record):
    """Someone who agreed to take part. No phone, no birthday, no identity number, ever.

    ``notice_version`` is the text they agreed to last. Since ``paused_at`` their data is kept and used for
    nothing else: they asked for that, or took back their consent to taking part.
    """

    tenant: str
    id: str
    name: str
    language: str
    of_age: Flag
    created_at: At
    left_at: MaybeAt = None
    notice_version: str = ""
    paused_at: MaybeAt = None
    version: int = 0
    owed: Flag = Field(default=False, exclude=True)
    """Whether something was held back from them: read along, so that nobody else is asked about it."""


class Contact(Record):
    """One chat through which a person is reached; ``person_id`` is empty until they join."""

    key: str
    channel: str
    account: str
    chat: str
    tenant: str = ""
    person_id: str = ""
    language: str = ""
    unreachable: Flag = False
    preferred: Flag = False
    seen_at: At


def contact_key(channel: str, account: str, sender: str) -> str:
    """The name of a contact, and of its line while the person is unknown."""
    return f"{channel}:{account}:{sender}"
