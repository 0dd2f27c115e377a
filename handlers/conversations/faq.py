"""Ask: the right answer, a few choices, who else can help, or an honest "không biết"."""

from handlers import bare_number, faq_asking, faq_telling, stuck_asking
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.faq_search import FaqAnswer
from handlers.messages import Button
from handlers.permissions import Access, access_of
from handlers.turn import Turn
from locales.faq import FaqTopic
from locales.faq_beyond import Beyond
from storage import questions
from storage.records.faq import FaqQuestion, QuestionState

_USUAL = {
    Access.MEMBER: ("check_in", "report", "difficulty", "help"),
    Access.LEADER: ("team", "digest", "schedule", "help"),
    Access.COORDINATOR: ("team", "weekly", "radar", "help"),
    Access.TOTALS: ("weekly", "weekly_units", "broadcast", "help"),
}
"""What is offered to whoever was not understood."""


class AskFaq(Conversation):
    """See the module. It answers in between: a form under way stays where it was."""

    name = "faq"
    command = "hoi"
    access = Access.ANYONE
    takes_rest = True
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """Where whoever asks belongs (some answers are known in one commune only), and who could answer."""
        return faq_asking.needs(opening)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """A slug and perhaps a page from a button, a question, or nothing yet."""
        slug, _, page = arg.partition(":")
        topic = self._topic(turn, slug)
        if topic is not None:
            self._answer(turn, topic, int(page) if page.isdecimal() else 1)
        elif bare_number.fits(turn, arg):
            bare_number.ask(turn, arg.strip())
        elif not arg.strip():
            found = [one for slug in turn.desk.favourites if (one := self._topic(turn, slug))]
            turn.say(turn.text("faq-how"), faq_telling.choices(found))
        else:
            self._search(turn, arg)
        return None

    def _search(self, turn: Turn, question: str) -> None:
        found = turn.desk.faq.ask(question, here=faq_telling.places(turn), after=faq_telling.answered(turn))
        record = self._kept(turn, question, found) if turn.actor.person else None
        topics = [one for slug in found.slugs if (one := self._topic(turn, slug))]
        if record is not None and (code := stuck_asking.code(turn, record, found)):
            stuck_asking.ask(turn, code, record, topics)
        elif found.decision == "answer" and topics:
            self._answer(turn, topics[0])
        elif topics:
            self._offer(turn, topics, record)
        elif record is not None and record.state is QuestionState.OPEN:
            turn.say(
                faq_asking.passed(turn, record), [] if turn.interrupts else self._ways_after(turn, record)
            )
        else:
            self._unknown(turn, found.beyond, record)

    def _kept(self, turn: Turn, question: str, found: FaqAnswer) -> FaqQuestion:
        """What was asked; a plain question of this field that has no answer goes on to people at once."""
        goes_on = found.asks and not found.beyond and faq_asking.room(turn, question)
        record = faq_asking.kept(turn, question, found, QuestionState.OPEN if goes_on else QuestionState.NONE)
        turn.note(questions.asked(record))
        return record

    def _ways_after(self, turn: Turn, record: FaqQuestion) -> list[list[Button]]:
        return faq_asking.ways_after(turn, record)[-1:]

    def _answer(self, turn: Turn, topic: FaqTopic, page: int = 1) -> None:
        said, more = faq_telling.told(turn.words, topic, turn.today_on, page)
        rows = []
        if more:
            rows.append([Button(turn.text("faq-more"), action(self.name, f"{topic.slug}:{page + 1}"))])
        last = [Button(turn.text("faq-card-show"), action(faq_telling.CARD, topic.slug))]
        if turn.actor.memberships:
            last.append(Button(turn.text("faq-wrong"), action(faq_asking.ASK, topic.slug)))
        rows.append(last)
        # A number typed after it would answer the form that is under way.
        turn.say(said, [] if turn.interrupts else rows)

    def _offer(self, turn: Turn, topics: list[FaqTopic], record: FaqQuestion | None) -> None:
        if turn.interrupts:
            listed = "\n".join(f"· {topic.title}" for topic in topics)
            turn.say(turn.text("faq-choices-between", titles=listed))
        else:
            other = (
                [Button(turn.text("faq-none-of-these"), action(faq_asking.ASK, record.id))] if record else []
            )
            turn.say(turn.text("faq-choices"), [*faq_telling.choices(topics), other])

    def _unknown(self, turn: Turn, beyond: str, record: FaqQuestion | None) -> None:
        """Not ours or not understood: say so, and show what can be done."""
        matter = turn.desk.faq.beyond(beyond)
        access = access_of(turn.actor)
        if turn.actor.person is None:
            turn.say(turn.text("not-understood-stranger"))
        elif access >= Access.LEADER and (matter is None or matter.opens):
            ways = self._ways(turn, _ways_of(access, matter), record)
            turn.say(turn.text("not-understood-lead"), [ways[:2], ways[2:], self._pass(turn, record)])
        elif matter is not None:
            turn.say(matter.body, [self._ways(turn, matter.opens, record)])
        else:
            ways = self._ways(turn, _USUAL[Access.MEMBER], record)
            turn.say(turn.text("not-understood"), [ways[:2], ways[2:], self._pass(turn, record)])

    def _pass(self, turn: Turn, record: FaqQuestion | None) -> list[Button]:
        """Whoever really asked something may have people answer it."""
        if record is None or turn.interrupts:
            return []
        return [Button(turn.text("faq-pass"), action(faq_asking.ASK, record.id))]

    def _ways(self, turn: Turn, names: tuple[str, ...], record: FaqQuestion | None) -> list[Button]:
        """The ways on; to whoever tells what got stuck, with what they wrote already."""
        if turn.interrupts:
            return []
        said = {"difficulty": f"{faq_asking.ASKED}{record.id}"} if record is not None else {}
        return [Button(_called(turn, one), action(one, said.get(one, ""))) for one in names]

    def _topic(self, turn: Turn, slug: str) -> FaqTopic | None:
        return turn.desk.faq.topic(slug, faq_telling.places(turn))


def _ways_of(access: Access, matter: Beyond | None) -> tuple[str, ...]:
    """What may be meant by somebody who leads or coordinates."""
    if matter is not None and access is not Access.TOTALS:
        fitting = matter.leaders_open if access is Access.LEADER else matter.coordinators_open
        return tuple(dict.fromkeys((*(fitting or matter.opens), "help")))
    return _USUAL[access]


def _called(turn: Turn, name: str) -> str:
    """What a conversation is called on a button: as in the menu, else as people open it."""
    key = name.replace("_", "-")
    in_menu = f"menu-{key}"
    if turn.words.has(in_menu):
        return turn.text(in_menu)
    return turn.words.listed(f"{key}-say")[0].capitalize()
