"""What is kept about me: see it, get a copy, pause it, go on; and the ways to correct and to erase."""

from datetime import timedelta

from handlers import controller
from handlers.asked_right import answered, erasure
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.messages import Button, File
from handlers.own_data_told import agreed, as_json, as_text, counts
from handlers.permissions import Access
from handlers.turn import Turn
from locales.formats import local
from storage import outbox, own_data, people, rights, signups
from storage.own_data import Held
from storage.records.right import RequestKind

LINK_LIVES = timedelta(minutes=30)
COPY, PAUSE, RESUME, PAUSED = "copy", "pause", "resume", "paused"


class MyData(Conversation):
    """See the module. Open to everybody, also to whoever left or never joined."""

    name = "my_data"
    command = "dulieu"
    access = Access.ANYONE
    keeps_form = True
    always_open = True
    heard_first = True
    shortcuts = (COPY, PAUSE, RESUME)

    def guards(self, arg: str) -> bool:
        """The copy."""
        return arg == COPY

    def needs(self, opening: Opening) -> Needs:
        """Everything there is; a pause asks for nothing but the erasure that may be under way."""
        yield from controller.needs(opening)
        if opening.actor.person is not None:
            yield rights.of_person.of(opening.actor.key)
            if opening.arg not in (PAUSE, RESUME, PAUSED):
                yield own_data.of_person.of(opening.actor.key)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Do what the button says, else show what there is."""
        if turn.actor.person is None:
            turn.say(turn.text("my-data-stranger", **controller.named(turn)))
        elif arg == COPY:
            self._copy(turn)
        elif arg == PAUSE:
            self._pause(turn)
        elif arg == RESUME:
            self._resume(turn)
        elif arg == PAUSED:
            turn.say(turn.text("my-data-is-paused"), _when_paused(turn))
        else:
            self._show(turn, turn.facts.get(own_data.of_person.of(turn.actor.key)) or {})
        return None

    def _show(self, turn: Turn, held: Held) -> None:
        person = turn.actor.person
        assert person is not None  # noqa: S101  # who has none was answered before
        roles = [row for row in held.get("memberships", ()) if row["to_at"] is None]
        chats = sorted({row["channel"] for row in held.get("contacts", ())})
        said = turn.text(
            "my-data",
            name=person.name,
            language=turn.text("language-name"),
            since=f"{local(person.created_at):%d/%m/%Y}",
            teams=", ".join(str(row["belongs"]) for row in roles) or "—",
            chats=", ".join(_channel(turn, one) for one in chats) or "—",
            counts=counts(turn.words, held),
            agreed=", ".join(one.named(turn.words) for one, yes in agreed(held).items() if yes) or "—",
            link=controller.notice(turn, turn.actor.tenant),
        )
        turn.note(answered(turn, RequestKind.SEE))
        turn.say(said, self._ways(turn))

    def _ways(self, turn: Turn) -> list[list[Button]]:
        person, going = turn.actor.person, erasure(turn)
        paused = person is not None and person.paused_at is not None
        last = action("erase", "keep") if going else action("erase")
        return [
            [
                Button(turn.text("my-data-copy"), action(self.name, COPY)),
                Button(turn.text("menu-my-name"), action("my_name")),
            ],
            [
                Button(turn.text("menu-my-consents"), action("my_consents")),
                Button(
                    turn.text("my-data-resume" if paused else "my-data-pause"),
                    action(self.name, RESUME if paused else PAUSE),
                ),
            ],
            [
                Button(turn.text("erase-keep" if going else "menu-erase"), last),
                Button(turn.text("menu-pin"), action("pin")),
            ],
        ]

    def _copy(self, turn: Turn) -> None:
        """Two files where files can be sent; elsewhere a link to a page that shows and saves the same."""
        turn.note(answered(turn, RequestKind.COPY))
        if turn.inbound.channel not in turn.desk.file_channels:
            token, ends_at = turn.desk.new_token(), turn.now + LINK_LIVES
            turn.note(rights.linked(token, turn.actor.key, ends_at))
            link = f"{turn.desk.public_url}/du-lieu/{token}"
            minutes = LINK_LIVES // timedelta(minutes=1)
            turn.say(turn.text("my-data-link", link=link, minutes=minutes), deadline_at=ends_at)
            return
        held = turn.facts.get(own_data.of_person.of(turn.actor.key)) or {}
        responsible = controller.named(turn)["controller"]
        day = f"{local(turn.now):%Y-%m-%d}"
        text = as_text(turn.words, held, controller=responsible, made_at=turn.now).encode("utf-8-sig")
        name = turn.text("my-data-file")
        turn.say(turn.text("my-data-copied"), file=File(text, f"{name}-{day}.txt", "text/plain"))
        turn.say(
            turn.text("my-data-copied-json"),
            file=File(
                as_json(held, controller=responsible, made_at=turn.now),
                f"{name}-{day}.json",
                "application/json",
            ),
        )

    def _pause(self, turn: Turn) -> None:
        """From now on what is there is kept and nothing else: no reminders, no place in shifts or lists."""
        person = turn.actor.person
        if person is None or person.paused_at is not None:
            turn.say(turn.text("my-data-is-paused"), _when_paused(turn))
            return
        turn.note(
            people.saved(person.model_copy(update={"paused_at": turn.now})),
            outbox.cancelled_for(person.tenant, person.id, turn.new_id(), turn.now),
            *(signups.left(one.tenant, one.team_id, person.id, turn.now) for one in turn.actor.in_teams),
            answered(turn, RequestKind.PAUSE),
        )
        turn.session = turn.left = None
        turn.say(turn.text("my-data-paused"), _when_paused(turn))

    def _resume(self, turn: Turn) -> None:
        person = turn.actor.person
        if person is not None and person.paused_at is not None:
            turn.note(
                people.saved(person.model_copy(update={"paused_at": None})),
                answered(turn, RequestKind.RESUME),
            )
        turn.say(turn.text("my-data-resumed"), [[Button(turn.text("menu-open"), action("help"))]])


def _when_paused(turn: Turn) -> list[list[Button]]:
    going = erasure(turn)
    erasing = action("erase", "keep") if going else action("erase")
    return [
        [Button(turn.text("my-data-resume"), action("my_data", RESUME))],
        [
            Button(turn.text("menu-my-data"), action("my_data")),
            Button(turn.text("erase-keep" if going else "menu-erase"), erasing),
        ],
    ]


def _channel(turn: Turn, channel: str) -> str:
    known = turn.words.has(f"channel-{channel}")
    return turn.text(f"channel-{channel}") if known else turn.text("channel-other")
