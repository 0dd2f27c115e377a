"""Between a message and its row in the outbox."""

import base64
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.messages import Button, Drawing, File, Lane, Outbound, Paper, Photo, Unsure
from storage import json_text, outbox, sessions
from storage.effects import Effect
from storage.outbox import OutboxRow
from storage.records.person import Contact

_TAP_ANSWER_LIVES = timedelta(seconds=120)


def best(contacts: Iterable[Contact]) -> Contact | None:
    """The contact through which a person is best reached: the preferred one first; None without any."""
    able = [one for one in contacts if not one.unreachable]
    return min(able, key=lambda one: (not one.preferred, one.key), default=None)


@dataclass(frozen=True, slots=True)
class Address:
    """Where a message goes, and whose it is."""

    channel: str
    account: str
    chat: str
    tenant: str = ""
    person_id: str = ""


def owed(
    address: Address,
    message: Outbound,
    *,
    new_id: Callable[[], str],
    now: datetime,
    due_at: datetime | None = None,
) -> OutboxRow:
    """The outbox row of ``message`` to ``address``, due now or at ``due_at``."""
    return OutboxRow(
        id=new_id(),
        tenant=address.tenant,
        person_id=address.person_id,
        channel=address.channel,
        account=address.account,
        chat=address.chat,
        # The answer to a tap waits for nobody: it has a line of its own.
        subline=f"tap:{message.callback}" if message.callback else address.chat,
        lane=int(message.lane),
        unsure=message.unsure,
        edits=message.edits,
        payload=write(message),
        due_at=due_at or now,
        retry_at=now,
        deadline_at=now + _TAP_ANSWER_LIVES if message.callback else message.deadline_at,
        created_at=now,
    )


def to_person(
    contact: Contact,
    message: Outbound,
    *,
    new_id: Callable[[], str],
    now: datetime,
    due_at: datetime | None = None,
) -> list[Effect]:
    """Owe ``message`` to the person behind ``contact``, and remember its choices, so that the answer "1"
    is understood; a message for later leaves the choices of now alone."""
    address = Address(contact.channel, contact.account, contact.chat, contact.tenant, contact.person_id)
    effects = [outbox.added(owed(address, message, new_id=new_id, now=now, due_at=due_at))]
    if message.choices and due_at in (None, now):
        offered = write_offered(button for row in message.choices for button in row)
        place = sessions.Place(line=contact.person_id, offered=offered, updated_at=now)
        effects.append(sessions.offered(place))
    return effects


def write_offered(choices: Iterable[Button]) -> str:
    """Choices as a session row remembers them."""
    return json_text.written([_written(one) for one in choices])


def read_offered(text: str) -> tuple[Button, ...]:
    """The choices a session row remembers."""
    return tuple(Button(*one) for one in json_text.read(text)) if text else ()


def _written(button: Button) -> tuple[str | bool, ...]:
    return button[:3] if button.spoken else button[:2]


def write(message: Outbound) -> str:
    """``message`` as JSON, without what has columns of its own."""
    body: dict[str, object] = {"text": message.text}
    if message.choices:
        body["choices"] = [[_written(button) for button in row] for row in message.choices]
    if message.photo:
        body["photo"] = [base64.b64encode(message.photo.png).decode(), message.photo.alt]
    if message.drawing:
        body["drawing"] = [message.drawing.chart, message.drawing.shows, message.drawing.alt]
    if message.file:
        content = base64.b64encode(message.file.content).decode()
        body["file"] = [content, message.file.name, message.file.mime]
    if message.paper:
        body["paper"] = [message.paper.export, message.paper.shows, message.paper.name]
    if message.callback:
        body["callback"] = message.callback
    if message.asks_place:
        body["asks_place"] = True
    if not message.numbered:
        body["numbered"] = False
    if message.topic:
        body["topic"] = message.topic
    return json_text.written(body)


def read(row: OutboxRow) -> Outbound:
    """The message of ``row``."""
    body = json_text.read(row.payload)
    photo = body.get("photo")
    drawing = body.get("drawing")
    file = body.get("file")
    paper = body.get("paper")
    return Outbound(
        text=body["text"],
        choices=tuple(tuple(Button(*button) for button in line) for line in body.get("choices", ())),
        photo=Photo(base64.b64decode(photo[0]), photo[1]) if photo else None,
        drawing=Drawing(*drawing) if drawing else None,
        file=File(base64.b64decode(file[0]), file[1], file[2]) if file else None,
        paper=Paper(*paper) if paper else None,
        edits=row.edits,
        callback=body.get("callback", ""),
        lane=Lane(row.lane),
        unsure=Unsure(row.unsure),
        deadline_at=row.deadline_at,
        asks_place=body.get("asks_place", False),
        numbered=body.get("numbered", True),
        topic=body.get("topic", ""),
    )
