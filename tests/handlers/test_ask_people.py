"""A question that goes on to people, from whoever has left the team they asked it in."""

from pathlib import Path

from bot import sample
from handlers.messages import Button
from storage import questions
from storage.records.faq import FaqQuestion, QuestionState
from tests.sample import furnish
from tests.world import world


async def test_whoever_left_the_team_they_asked_in_still_passes_it_on(fresh: Path) -> None:
    async with world(fresh) as town:
        await furnish(town)
        asked = FaqQuestion(
            tenant=sample.TENANT,
            id="q1",
            person_id=sample.person_id("volunteer"),
            team_id="a-team-of-before",
            unit_code=sample.TENANT,
            question="lấy số thứ tự ở đâu",
            decision="none",
            state=QuestionState.NONE,
            asked_at=town.clock.now(),
        )
        await town.write(questions.asked(asked))
        told = await town.presses("lan", Button("Hỏi người", "do:ask_people:q1"))
        assert "lấy số thứ tự ở đâu" in told[0].text
        assert await town.rows("dead_updates") == []
