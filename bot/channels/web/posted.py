"""What the page posts, checked, and the raw update made of it."""

from datetime import datetime, timedelta
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from bot.channel import Raw
from handlers.messages import Kind

MAX_TEXT = 4000
MAX_PHOTO = 240 * 1024
"""Letters of base64: 180 kB."""
LONGEST_WAIT = timedelta(hours=24)
"""A message kept on the phone longer than this counts as said this long ago."""


def _clean(text: str) -> str:
    """Without control characters, which no keyboard types and PostgreSQL does not take."""
    return "".join(letter for letter in text if letter in "\n\t" or letter.isprintable() or ord(letter) > 159)


def _button_size(data: str) -> str:
    if len(data.encode()) > 64:
        raise ValueError("a button's value has at most 64 bytes")
    return data


Key = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{8,80}$")]
MessageId = Annotated[str, Field(pattern=r"^[A-Za-z0-9-]{1,80}$")]


class PostedPlace(BaseModel):
    """A position in degrees, with the accuracy in metres."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)
    accuracy: float = Field(default=0, ge=0)


class Posted(BaseModel):
    """One thing a person did on the page: exactly one of text, tap, start, place and photo (a JPEG in base64,
    made small by the page).

    ``key`` is the page's own name for it, the same at every retry. ``ago`` is how many seconds it
    waited on the phone before this try.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    key: Key
    text: Annotated[str, Field(max_length=MAX_TEXT), AfterValidator(_clean)] | None = None
    data: Annotated[str, AfterValidator(_clean), AfterValidator(_button_size)] | None = None
    tapped: MessageId | None = None
    start: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{0,64}$")] | None = None
    place: PostedPlace | None = None
    photo: Annotated[str, Field(pattern=r"^[A-Za-z0-9+/]+={0,2}$", max_length=MAX_PHOTO)] | None = None
    ago: float = Field(default=0, ge=0)

    @model_validator(mode="after")
    def _one_thing(self) -> Self:
        given = [self.text, self.data, self.start, self.place, self.photo]
        if sum(thing is not None for thing in given) != 1:
            raise ValueError("exactly one of text, data, start, place and photo")
        if (self.data is None) != (self.tapped is None):
            raise ValueError("data and tapped belong together")
        if self.text is not None and not self.text.strip():
            raise ValueError("the text is empty")
        return self

    @property
    def kind(self) -> Kind:
        """Which of the five it is."""
        if self.data is not None:
            return Kind.TAP
        if self.start is not None:
            return Kind.START
        if self.photo is not None:
            return Kind.PHOTO
        return Kind.PLACE if self.place is not None else Kind.TEXT


def raw_update(posted: Posted, chat: str, now: datetime) -> Raw:
    """``posted`` as it is kept in the inbox."""
    raw = {
        "key": posted.key,
        "chat": chat,
        "kind": posted.kind.value,
        "text": posted.text or "",
        "data": posted.data or posted.start or "",
        "tapped": posted.tapped or "",
        "sent_at": (now - min(timedelta(seconds=min(posted.ago, 1e6)), LONGEST_WAIT)).isoformat(),
    }
    if posted.photo is not None:
        return {**raw, "photo": posted.photo}
    return raw if posted.place is None else {**raw, "place": posted.place.model_dump()}
