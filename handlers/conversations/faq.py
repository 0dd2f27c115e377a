"""Ask: the right answer, a few choices, who else can help, or an honest "không biết"."""

from handlers import faq_telling
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.messages import Button
from handlers.permissions import Access
from handlers.turn import Turn
from locales.faq import FaqTopic
from storage import questions

CARD = "faq_card"


class AskFaq(Conversation):
    """See the module. It answers in between: a form under way stays where it was."""

    name = "faq"
    command = "hoi"
    access = Access.ANYONE
    takes_rest = True
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """Where whoever asks belongs: some answers are known in one commune only."""
        return faq_telling.needs(opening)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """A slug and perhaps a page from a button, a question, or nothing yet."""
        slug, _, page = arg.partition(":")
        topic = self._topic(turn, slug)
        if topic is not None:
            self._answer(turn, topic, int(page) if page.isdecimal() else 1)
        elif not arg.strip():
            found = [one for slug in turn.desk.favourites if (one := self._topic(turn, slug))]
            turn.say(turn.text("faq-how"), faq_telling.choices(found))
        else:
            self._search(turn, arg)
        return None

    def _search(self, turn: Turn, question: str) -> None:
        found = turn.desk.faq.ask(question, here=faq_telling.places(turn), after=_answered(turn))
        if turn.actor.person:
            turn.note(
                questions.asked(
                    tenant=turn.actor.tenant,
                    question_id=turn.new_id(),
                    person_id=turn.actor.key[1],
                    question=question,
                    decision=found.decision,
                    slug=found.slugs[0] if found.slugs else "",
                    at=turn.now,
                )
            )
        topics = [one for slug in found.slugs if (one := self._topic(turn, slug))]
        if found.decision == "answer" and topics:
            self._answer(turn, topics[0])
        elif topics:
            self._offer(turn, topics)
        else:
            self._unknown(turn, found.beyond)

    def _answer(self, turn: Turn, topic: FaqTopic, page: int = 1) -> None:
        said, more = faq_telling.told(turn.words, topic, turn.today_on, page)
        rows = []
        if more:
            rows.append([Button(turn.text("faq-more"), action(self.name, f"{topic.slug}:{page + 1}"))])
        rows.append([Button(turn.text("faq-card-show"), action(CARD, topic.slug))])
        # A number typed after it would answer the form that is under way.
        turn.say(said, [] if turn.interrupts else rows)

    def _offer(self, turn: Turn, topics: list[FaqTopic]) -> None:
        if turn.interrupts:
            listed = "\n".join(f"· {topic.title}" for topic in topics)
            turn.say(turn.text("faq-choices-between", titles=listed))
        else:
            turn.say(turn.text("faq-choices"), faq_telling.choices(topics))

    def _unknown(self, turn: Turn, beyond: str) -> None:
        """Not ours or not understood: say so, and show what can be done."""
        matter = turn.desk.faq.beyond(beyond)
        if turn.actor.person is None:
            turn.say(turn.text("not-understood-stranger"))
        elif matter is not None:
            turn.say(matter.body, [self._ways(turn, matter.opens)])
        else:
            ways = self._ways(turn, ("check_in", "report", "difficulty", "help"))
            turn.say(turn.text("not-understood"), [ways[:2], ways[2:]])

    def _ways(self, turn: Turn, names: tuple[str, ...]) -> list[Button]:
        if turn.interrupts:
            return []
        return [Button(_called(turn, one), action(one)) for one in names]

    def _topic(self, turn: Turn, slug: str) -> FaqTopic | None:
        return turn.desk.faq.topic(slug, faq_telling.places(turn))


def _called(turn: Turn, name: str) -> str:
    """What a conversation is called on a button: as in the menu, else as people open it."""
    key = name.replace("_", "-")
    in_menu = f"menu-{key}"
    if turn.words.has(in_menu):
        return turn.text(in_menu)
    return turn.words.listed(f"{key}-say")[0].capitalize()


def _answered(turn: Turn) -> str:
    """The topic of the answer right before, if there was one: its card is still offered."""
    start = action(CARD, "")
    cards = (one.value.partition(f"{start}:")[2].partition(":")[0] for one in turn.offered)
    return next((slug for slug in cards if slug), "")
