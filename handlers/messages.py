"""What a person sends and what they are told, free of any channel."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What an inbound message is, as far as the conversation cares."""

    TEXT = "text"
    TAP = "tap"
    START = "start"
    PLACE = "place"
    PHOTO = "photo"
    VOICE = "voice"
    STICKER = "sticker"
    FILE = "file"
    CONTACT = "contact"
    EDITED = "edited"
    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"
    WITHHELD = "withheld"
    """Something that the platform tells us of and does not hand over: a link, a file, a place."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Place:
    """A position a person chose to send: degrees, and the accuracy in metres."""

    latitude: float
    longitude: float
    accuracy: float = 0.0


@dataclass(frozen=True, slots=True)
class Inbound:
    """One message of one person, read from a stored update.

    ``sender`` is the platform's id of the person (never of a group or channel);
    ``chat`` is where a reply goes. ``data`` is a button's payload or a start code.
    ``tapped`` is the platform id of the message whose button was tapped, so that the
    reply may edit it in place; ``callback`` is the id under which the tap is answered.
    ``sealed_place`` is a position nobody can read but ``handlers.position``; ``sealed_photo`` is where a
    picture is, and no turn can read it; ``sealed_begun`` is what messages before said of a number that this
    one ends, for ``handlers.unsaying`` alone.
    """

    channel: str
    account: str
    chat: str
    sender: str
    update_key: str
    kind: Kind
    text: str = ""
    data: str = ""
    private: bool = True
    addressed: bool = True
    forwarded: bool = False
    tapped: str = ""
    callback: str = ""
    sealed_place: str = ""
    sealed_photo: str = ""
    sealed_begun: str = ""
    sent_at: datetime | None = None


class Button(NamedTuple):
    """One choice: drawn as a button, or as a numbered line where there are none.

    ``value`` is what comes back as ``Inbound.data``: at most 64 bytes of UTF-8. A ``spoken`` choice is one
    that the text names itself: where there are no buttons it is not listed, has no number, and is chosen by
    its words alone.
    """

    label: str
    value: str
    spoken: bool = False


@dataclass(frozen=True, slots=True)
class Photo:
    """A PNG picture (or, of people's own pictures, a JPEG) with the words for those who cannot see it.

    ``address`` is set where nobody may keep the picture: it can be seen there for as long as it may be seen
    at all. ``size`` is its width and height in pixels, (0, 0) where a PNG says so itself.
    """

    png: bytes
    alt: str
    address: str = ""
    size: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture that is drawn only when it leaves: the name of its chart, what it shows as JSON, and the
    words for those who cannot see it.

    A turn or a job owes this and draws nothing: drawing takes time and a row with a picture in it takes room.
    """

    chart: str
    shows: str
    alt: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A file that is written only when it leaves: the name of its export, what it is about as JSON, and the
    name under which people save it."""

    export: str
    shows: str
    name: str


@dataclass(frozen=True, slots=True)
class File:
    """A file to hand over, named for the person who saves it."""

    content: bytes
    name: str
    mime: str


class Lane(IntEnum):
    """Which message goes first when the account's rate is short; smaller is sooner."""

    URGENT = 0
    REPLY = 1
    ROLE = 2
    REMINDER = 3
    BROADCAST = 4


class Unsure(StrEnum):
    """What to do when a send timed out after leaving: nobody knows whether it arrived."""

    AGAIN_OFTEN = "again_often"
    AGAIN_ONCE = "again_once"
    AGAIN = "again"
    NEVER = "never"


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Outbound:
    """One message to one chat: plain text, choices as data, at most one picture or file.

    ``photo`` is a picture at hand, ``drawing`` one that is drawn when the message leaves, ``paper`` a file
    that is written then.
    ``edits`` names the platform message this one replaces in place where the channel can;
    elsewhere it is sent as a new message. ``callback`` makes it the answer to a tap: a short
    notice without a message of its own (``text`` may be empty). ``numbered`` is False where a bare
    number is itself an answer, so that choices may not be numbered. ``topic`` says what it is news of: of two
    that were held back only the newer one is told.
    """

    text: str
    choices: Rows = ()
    photo: Photo | None = None
    drawing: Drawing | None = None
    file: File | None = None
    paper: Paper | None = None
    edits: str = ""
    callback: str = ""
    lane: Lane = Lane.REPLY
    unsure: Unsure = Unsure.AGAIN_OFTEN
    deadline_at: datetime | None = None
    asks_place: bool = False
    numbered: bool = True
    topic: str = ""
