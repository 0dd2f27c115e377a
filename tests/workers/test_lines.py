"""One person is one line, also when a message was stored in the moment in which they became known."""

from bot import sample
from tests.sample import contact
from tests.world import World


async def test_a_message_stored_while_somebody_joined_waits_in_their_line(played: World) -> None:
    """It was on its way into the inbox while the join was written: it saw no person yet. The form it opens
    is the person's, so the next message answers it."""
    await played.intake.store(played.channel, [{"key": "early", "who": "lan-again", "text": "báo cáo"}])
    await played.write(contact("lan-again", sample.person_id("volunteer"), played))
    told = await played.settle()
    assert len(told["lan-again"]) == 1
    answered = await played.taps("lan-again", "VNeID")
    assert "VNeID 1" in answered[-1].text
