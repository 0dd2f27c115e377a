"""Go on in a browser: a link that opens the web chat as oneself, once."""

from datetime import timedelta

from handlers.conversation import Begin, Conversation, Needs, Opening
from handlers.permissions import Access
from handlers.turn import Turn
from storage import enter_links

LIVES = timedelta(minutes=10)


class GoToWeb(Conversation):
    """See the module. A link that could not be sent in its time is not sent at all."""

    name = "web"
    command = "web"
    access = Access.KNOWN
    keeps_form = True

    def guards(self, arg: str) -> bool:
        """A second place to be oneself."""
        return True

    def needs(self, opening: Opening) -> Needs:
        """Nothing."""
        return ()

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """A new secret each time; only its hash is kept."""
        token, ends_at = turn.desk.new_token(), turn.now + LIVES
        turn.note(enter_links.given(token, turn.actor.key, ends_at))
        link = f"{turn.desk.public_url}/enter?k={token}"
        minutes = LIVES // timedelta(minutes=1)
        turn.say(turn.text("web-link", link=link, minutes=minutes), deadline_at=ends_at)
        return None
