"""Pictures are drawn when they leave, outside the loop; one that fails costs no message."""

import json

from bot.drawing import drawn
from bot.easel import pictured
from handlers.messages import Drawing, Outbound
from handlers.outgoing import write
from storage import outbox
from tests.paper import SCARCE
from tests.storage.made import message
from tests.world import World


def _card(chart: str = "step_card") -> Outbound:
    shows = json.dumps({"title": "Quên mật khẩu?", "body": "1. Bấm vào đây.", "foot": "21/11/2026"})
    return Outbound("Đưa bà con xem", drawing=Drawing(chart, shows, "Bấm vào đây."))


async def _sent(played: World, *messages: Outbound) -> list[Outbound]:
    now = played.clock.now()
    times = {"due_at": now, "retry_at": now, "created_at": now}
    rows = [message(str(at), "mai", payload=write(one), **times) for at, one in enumerate(messages)]
    assert max(len(row.payload) for row in rows) < 300
    await played.write(*(outbox.added(row) for row in rows))
    await played.outbox.settle()
    return [told for _, told in played.channel.sent]


async def test_a_picture_is_drawn_when_it_leaves(played: World) -> None:
    """The row holds what it shows, not the picture; order in the chat is kept."""
    card, after = await _sent(played, _card(), Outbound("sau"))
    assert card.photo is not None
    assert (card.photo.png[:4], card.photo.alt) == (b"\x89PNG", "Bấm vào đây.")
    assert after.text == "sau"


async def test_a_picture_that_cannot_be_drawn_leaves_as_words(played: World) -> None:
    """An old row may name a chart that is gone; the chat goes on."""
    told = await _sent(played, _card("gone"), Outbound("sau"))
    assert [one.text for one in told] == ["Đưa bà con xem\nBấm vào đây.", "sau"]


async def test_nothing_is_drawn_for_a_channel_without_pictures() -> None:
    """The words are sent, at no cost."""
    (said,) = drawn(await pictured(_card("gone"), SCARCE), SCARCE)
    assert (said.text, said.drawing) == ("Đưa bà con xem\nBấm vào đây.", None)
