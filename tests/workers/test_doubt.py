"""Whether a message goes again of which nobody knows whether it arrived (the sending itself: test_outbox)."""

from dataclasses import replace

import pytest

from bot.workers.doubt import OFTEN, goes_again
from tests.paper import PLENTY
from tests.storage.made import message


@pytest.mark.parametrize(("plenty", "times"), [(True, OFTEN), (False, 1)])
def test_where_messages_are_paid_for_an_answer_goes_again_once(plenty: bool, times: int) -> None:
    """Each try may have arrived, and been counted."""
    able = replace(PLENTY, plenty=plenty)
    assert goes_again(message("1", unsure="again_often", attempts=times - 1), able)
    assert not goes_again(message("1", unsure="again_often", attempts=times), able)


def test_an_edit_is_one_only_where_messages_can_be_changed() -> None:
    """Elsewhere it is a message of its own, and one more."""
    edit = message("1", unsure="again_once", edits="7", attempts=1)
    assert goes_again(edit, PLENTY)
    assert not goes_again(edit, replace(PLENTY, edits=False))
