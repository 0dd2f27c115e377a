"""What people agree to: purposes, each with a consent of its own, and the version of the text."""

from collections.abc import Mapping
from enum import StrEnum

from handlers.turn import Turn
from locales import Words
from storage import people
from storage.effects import Effect
from storage.records.membership import Consent
from storage.records.person import Person

NOTICE_VERSION = "2026-11-22"
"""The version of the words ``join-consent`` and of the full notice; new words ask everyone again."""
BACKUPS_LAST = 14
"""Days after which nightly copies are removed (``docs/howto/files/aoxanh-backup.service``)."""


class Purpose(StrEnum):
    """What data is used for: nothing is asked that nothing uses. All but the first are off until somebody
    agrees, and refusing costs nothing."""

    TAKING_PART = "taking_part"
    REMINDERS = "reminders"
    LOCATION = "location"

    def named(self, words: Words) -> str:
        """In words, as part of a sentence."""
        return words(f"purpose-{self.value.replace('_', '-')}")


def consented(
    turn: Turn,
    person: Person,
    contact_key: str,
    answers: Mapping[Purpose, bool],
    version: str = NOTICE_VERSION,
) -> list[Effect]:
    """The proof of what ``person`` answered just now, a record a purpose."""
    return [
        people.consented(
            Consent(
                tenant=person.tenant,
                id=turn.new_id(),
                person_id=person.id,
                contact_key=contact_key,
                purpose=purpose,
                answer=answer,
                notice_version=version,
                given_at=turn.now,
            )
        )
        for purpose, answer in answers.items()
    ]


def read_latest(person: Person) -> bool:
    """Whether ``person`` has agreed to the text of today."""
    return person.notice_version == NOTICE_VERSION
