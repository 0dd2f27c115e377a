"""Ask: the right answer, a few choices, or an honest "không biết"."""

from handlers.conversation import Begin, Conversation, action
from handlers.messages import Button
from handlers.permissions import Access
from handlers.turn import Turn
from locales.faq import FaqTopic
from locales.formats import short_day
from storage import questions


class AskFaq(Conversation):
    """See the module. It answers in between: a form under way stays where it was."""

    name = "faq"
    command = "hoi"
    access = Access.ANYONE
    takes_rest = True
    keeps_form = True

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """A slug from a button, a question, or nothing yet."""
        if arg in turn.desk.topics:
            self._answer(turn, turn.desk.topics[arg])
        elif not arg.strip():
            turn.say(turn.text("faq-how"), [[self._button(turn, slug)] for slug in turn.desk.favourites])
        else:
            self._search(turn, arg)
        return None

    def _search(self, turn: Turn, question: str) -> None:
        found = turn.desk.faq.ask(question)
        asked = questions.asked(
            tenant=turn.actor.tenant,
            question_id=turn.new_id(),
            person_id=turn.actor.key[1],
            question=question,
            decision=found.decision,
            slug=found.slugs[0] if found.slugs else "",
            at=turn.now,
        )
        if turn.actor.person:
            turn.note(asked)
        if found.decision == "answer":
            self._answer(turn, turn.desk.topics[found.slugs[0]])
        elif found.decision == "choices":
            turn.say(turn.text("faq-choices"), [[self._button(turn, slug)] for slug in found.slugs[:3]])
        else:
            self._unknown(turn)

    def _answer(self, turn: Turn, topic: FaqTopic) -> None:
        checked = turn.text(
            "faq-checked",
            day=f"{short_day(topic.checked_on)}/{topic.checked_on.year}",
            source=_host(topic.sources[0]) if topic.sources else "",
        )
        if topic.valid_until is not None and topic.valid_until < turn.today_on:
            checked = f"{turn.text('faq-past')}\n{checked}"
        said = turn.text("faq-answer", title=topic.title, body=topic.body, checked=checked)
        turn.say(said)

    def _unknown(self, turn: Turn) -> None:
        """Not ours or not understood: say so, and show what can be done."""
        if turn.actor.person is None:
            turn.say(turn.text("not-understood-stranger"))
            return
        ways = ["check_in", "report", "difficulty", "help"]
        buttons = [Button(turn.text(f"menu-{one.replace('_', '-')}"), action(one)) for one in ways]
        turn.say(turn.text("not-understood"), [buttons[:2], buttons[2:]])

    def _button(self, turn: Turn, slug: str) -> Button:
        return Button(turn.desk.topics[slug].title, action(self.name, slug))


def _host(url: str) -> str:
    return url.split("//", 1)[-1].split("/", 1)[0]
