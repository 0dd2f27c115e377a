"""The card of an answer: its steps in large print, to show to the citizen."""

from handlers import faq_telling
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.messages import Button
from handlers.permissions import Access
from handlers.turn import Turn

AS_TEXT = "text"


class FaqCard(Conversation):
    """See the module. Channels without pictures say it in words, and so does a button elsewhere."""

    name = faq_telling.CARD
    access = Access.ANYONE
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """Where whoever asks belongs."""
        return faq_telling.needs(opening)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """A slug, ``slug:text`` for the words alone, or nothing for the answer right before."""
        slug, _, how = (arg or faq_telling.answered(turn)).partition(":")
        topic = turn.desk.faq.topic(slug, faq_telling.places(turn))
        if topic is None:
            turn.say(
                turn.text("faq-gone" if arg else "faq-card-of-what"),
                [[Button(turn.text("menu-faq"), action("faq"))]],
            )
            return None
        drawing = faq_telling.card(turn.words, topic, turn.today_on)
        if how == AS_TEXT:
            turn.say(drawing.alt)
        else:
            as_text = Button(turn.text("faq-card-text"), action(self.name, f"{slug}:{AS_TEXT}"))
            turn.say(turn.text("faq-card"), [[as_text]], drawing=drawing)
        return None
