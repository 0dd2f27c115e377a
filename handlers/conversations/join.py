"""Join a team with a code; nothing personal is kept before the person has agreed."""

from collections.abc import Sequence
from typing import Annotated, Any, ClassVar

from handlers import controller, inviting, roles, ways_in
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Answer, Choice, Code, Form, FormField, Name, Option, When, YesNo
from handlers.exercise import marked
from handlers.guessing import A_DAY, tired
from handlers.messages import Button
from handlers.notice import NOTICE_VERSION, Purpose, consented
from handlers.permissions import Access
from handlers.turn import Turn
from locales.formats import clock, given_name, local
from storage import expected, inbox, join_codes, people, sessions
from storage.effects import Effect
from storage.records.membership import Membership, Role
from storage.records.person import Contact, Person

_RISING = (Role.VOLUNTEER, Role.DEPUTY, Role.LEADER)


def _agreed(draft: Any) -> bool:
    return bool(draft.consent == "agree")


def _of_age(draft: Any) -> bool:
    return _agreed(draft) and bool(draft.of_age)


def _named(draft: Any) -> bool:
    return _of_age(draft) and bool(draft.listed)


def _nameless(draft: Any) -> bool:
    return _of_age(draft) and not (draft.listed and draft.keeps_name)


class JoinForm(Form):
    """What is asked of a newcomer: the code, consent, sixteen or not, a name, reminders or not.

    ``listed`` is the name under which the leader expects them: then it only has to be confirmed.
    """

    name: ClassVar[str] = "join"
    summary: ClassVar[bool] = False
    together: ClassVar[tuple[str, ...]] = ("consent", "of_age", "chosen_name", "reminders")

    code: Annotated[str | None, Code(length=8)] = None
    consent: Annotated[str | None, Choice()] = None
    of_age: Annotated[bool | None, YesNo(), When(_agreed)] = None
    keeps_name: Annotated[bool | None, YesNo(), When(_named)] = None
    chosen_name: Annotated[str | None, Name(), When(_nameless)] = None
    reminders: Annotated[bool | None, YesNo(), When(_of_age)] = None
    listed: str = ""


class Join(Conversation):
    """See the module."""

    name = "join"
    command = "start"
    access = Access.ANYONE
    form = JoinForm

    def needs(self, opening: Opening) -> Needs:
        """The code as far as it is known, and the wrong tries of this person."""
        typed = opening.session.draft.get("code") if opening.session else None
        codes = {typed or "", _normal(opening.arg), _normal(opening.inbound.text)} - {""}
        yield from map(join_codes.by_code.of, codes)
        tries = join_codes.tries.of((opening.actor.line, opening.now - A_DAY))
        yield from (tries, ways_in.here(opening.inbound))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """With a good code at the notice; without one at the question for the code."""
        code = _normal(arg)
        if not code:
            return self._without_code(turn)
        if ways_in.sent_on(turn, inviting.web_link(turn, code)):
            return None
        refused = self._refused(turn, code)
        return self._with_code(turn, code) if refused is None else Begin(before=refused)

    def check(self, turn: Turn, field: str, draft: dict[str, Any]) -> str | None:
        """A code must open something before anything else is asked."""
        return self._refused(turn, draft["code"]) if field == "code" else None

    def question(self, turn: Turn, field: FormField, draft: dict[str, Any]) -> str:
        """The notice names who is responsible; it is the first thing anyone reads."""
        if field.name == "keeps_name":
            return turn.text("join-keeps-name", name=str(draft.get("listed", "")))
        if field.name != "consent":
            return super().question(turn, field, draft)
        card = turn.facts.get(join_codes.by_code.of(draft["code"]))
        notice = turn.text(
            "join-consent",
            team=(card.team_name if card else "") or turn.text("join-unit"),
            **(_responsible(turn, card) if card else controller.told(turn)),
            link=controller.notice(turn, card.tenant if card else ""),
            abroad="yes" if turn.inbound.channel == "telegram" else "no",
        )
        return marked(turn.words, notice, exercise=bool(card and card.exercise))

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """Two equal buttons."""
        return [Option(value, turn.text(f"join-{value}")) for value in ("agree", "decline")]

    def finish(self, turn: Turn, draft: JoinForm) -> None:
        """Everything at once: person, contact, consents, membership, and one use of the code."""
        card = self._card(turn, draft.code or "")
        if card is None:
            turn.say(turn.text("join-wrong-code"))
        elif draft.consent != "agree":
            turn.say(turn.text("join-declined"))
        elif not draft.of_age:
            turn.say(turn.text("join-under-age", **_responsible(turn, card)))
        else:
            self._take_in(turn, card, draft)

    def _without_code(self, turn: Turn) -> Begin | None:
        if turn.actor.in_teams:
            signing = [Button(turn.text("menu-sign-up"), action("sign_up"))]
            turn.say(turn.text("join-already"), [signing, [Button(turn.text("menu-open"), action("help"))]])
            return None
        return Begin(before=turn.text("join-welcome"))

    def _with_code(self, turn: Turn, code: str) -> Begin | None:
        person = turn.actor.person
        card = self._card(turn, code)
        if person is None or card is None:
            return Begin({"code": code, "listed": card.expected_name if card else ""})
        held = next((one for one in turn.actor.memberships if self._same(one, card)), None)
        if card.tenant != person.tenant:
            turn.say(turn.text("join-elsewhere"))
        elif held is not None:
            self._again(turn, card, person, held)
        else:
            turn.note(join_codes.used(card, turn.now))
            self._belong(turn, card, person)
        return None

    def _again(self, turn: Turn, card: join_codes.CodeCard, person: Person, held: Membership) -> None:
        """A personal code of a higher role is how a member becomes leader or deputy."""
        team = card.team_name or turn.text("join-unit")
        role = Role(card.role)
        if card.expected_name:
            turn.note(join_codes.used(card, turn.now), *_matched(turn, card, person))
            if card.offer is not None:
                turn.note(*roles.accepted(turn, card.offer, person.id, held, card.given))
                turn.say(
                    self._welcome(turn, card, person), [[Button(turn.text("menu-help"), action("help"))]]
                )
                return
        if role not in _RISING or _RISING.index(role) <= _RISING.index(held.role):
            turn.say(turn.text("join-member-already", team=team))
            return
        turn.note(join_codes.used(card, turn.now), people.promoted(held, role))
        key = "join-role-pending" if held.pending else "join-done"
        said = turn.text(key, name=given_name(person.name), team=team, role=role)
        turn.say(said, [[Button(turn.text("menu-help"), action("help"))]])

    def _take_in(self, turn: Turn, card: join_codes.CodeCard, draft: JoinForm) -> None:
        inbound, actor = turn.inbound, turn.actor
        person = Person(
            tenant=card.tenant,
            id=turn.new_id(),
            name=(draft.listed if draft.keeps_name else draft.chosen_name) or "",
            language=turn.words.language,
            of_age=True,
            created_at=turn.now,
            notice_version=NOTICE_VERSION,
        )
        key = actor.contact.key if actor.contact else actor.line
        contact = Contact(
            key=key,
            channel=inbound.channel,
            account=inbound.account,
            chat=inbound.chat,
            tenant=card.tenant,
            person_id=person.id,
            language=person.language,
            preferred=True,
            seen_at=turn.now,
        )
        turn.note(
            join_codes.used(card, turn.now),
            people.saved(person),
            people.contact_saved(contact),
            *consented(turn, person, key, _answers(draft)),
            inbox.line_moved(person.id, key),
            sessions.dropped(actor.line),
        )
        turn.becomes(person, contact)
        receipt = turn.text(
            "join-receipt",
            when=f"{clock(turn.now)} {local(turn.now):%d/%m/%Y}",
            version=NOTICE_VERSION,
            reminders="yes" if draft.reminders else "no",
        )
        self._belong(turn, card, person, receipt)

    def _belong(self, turn: Turn, card: join_codes.CodeCard, person: Person, receipt: str = "") -> None:
        """Volunteers wait for their leader's word but may work at once; whoever has a personal code, for a
        role or for their name on the leader's list, has that word already. A role that is only proposed waits
        for the coordinator's."""
        role = _role(card)
        pending = role is Role.VOLUNTEER and not card.expected_name
        turn.note(*_matched(turn, card, person))
        roles.came_in(turn, card, person)
        if role is not None:
            turn.note(
                people.joined(
                    Membership(
                        tenant=card.tenant,
                        id=turn.new_id(),
                        person_id=person.id,
                        team_id=card.team_id,
                        unit_code=card.unit_code,
                        role=role,
                        pending=pending,
                        from_at=turn.now,
                    )
                )
            )
        works = bool(card.team_id) and role is Role.VOLUNTEER
        first = ["check_in", "faq", "help"] if works else ["help"]
        rows = [[Button(turn.text(f"menu-{one.replace('_', '-')}"), action(one))] for one in first]
        turn.say("\n".join(filter(None, (self._welcome(turn, card, person), receipt))), rows)

    def _welcome(self, turn: Turn, card: join_codes.CodeCard, person: Person) -> str:
        """What somebody is from now on, and what still waits."""
        name, team = given_name(person.name), card.team_name or turn.text("join-unit")
        if card.offer is not None and not card.offer.confirmed:
            return turn.text("join-offer-waits", name=name, team=team, role=roles.named(turn, card.offer))
        role = card.offer.role if card.offer else Role(card.role)
        listed = role is Role.VOLUNTEER and bool(card.expected_name)
        return turn.text("join-done", name=name, team=team, role="expected" if listed else role)

    def _card(self, turn: Turn, code: str) -> join_codes.CodeCard | None:
        card = turn.facts.get(join_codes.by_code.of(code))
        return card if card and card.works_at(turn.now) and not roles.lapsed(card, turn.now) else None

    def _same(self, membership: Membership, card: join_codes.CodeCard) -> bool:
        return (membership.team_id, membership.unit_code) == (card.team_id, card.unit_code)

    def _tired(self, turn: Turn) -> bool:
        """Whether this person has guessed too often; the answer is the same for good and bad codes."""
        return tired(turn.facts.get(join_codes.tries.of((turn.actor.line, turn.now - A_DAY))) or [], turn.now)

    def _refused(self, turn: Turn, code: str) -> str | None:
        """Why ``code`` lets nobody in; one text for wrong, expired, revoked and used up."""
        if self._tired(turn):
            return turn.text("join-too-many")
        if self._card(turn, code) is not None:
            return None
        turn.note(join_codes.wrong_try(turn.new_id(), turn.actor.line, turn.now))
        return turn.text("join-wrong-code")


def _role(card: join_codes.CodeCard) -> Role | None:
    """The role that the code gives at once. A list never gives one by itself: until the coordinator has
    confirmed it, whoever is proposed is a volunteer of the team, and nothing yet in a unit."""
    if card.offer is not None and card.offer.confirmed:
        return card.offer.role
    if not card.expected_id:
        return Role(card.role)
    return Role.VOLUNTEER if card.team_id else None


def _matched(turn: Turn, card: join_codes.CodeCard, person: Person) -> list[Effect]:
    """The name on the leader's list for which the code was made becomes this person."""
    if not card.expected_name:
        return []
    return expected.matched((card.tenant, card.team_id), card.expected_id, person.id, turn.now)


def _answers(draft: JoinForm) -> dict[Purpose, bool]:
    """What was asked at joining; every other purpose stays off until somebody turns it on."""
    return {Purpose.TAKING_PART: True, Purpose.REMINDERS: bool(draft.reminders)}


def _responsible(turn: Turn, card: join_codes.CodeCard) -> dict[str, str]:
    """Who is responsible where the code leads."""
    return controller.told(turn, card.controller_name, card.controller_contact)


def _normal(text: str) -> str:
    """A code as it is kept, read as the form reads it; empty when it cannot be one."""
    read = Code(length=8).read(Answer(text=text))
    return read if isinstance(read, str) else ""
