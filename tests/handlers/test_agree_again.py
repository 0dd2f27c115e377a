"""A notice with new words: asked before anything else, and what was wanted is one tap away afterwards."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot import sample
from handlers.notice import NOTICE_VERSION
from storage import people, teams
from storage.records.person import Person
from storage.records.team import Tenant
from tests.sample import furnish
from tests.world import World, world

OLD = "2026-01-01"


@pytest.fixture
async def asked(fresh: Path) -> AsyncIterator[World]:
    """The sample team, where Lan agreed to older words."""
    async with world(fresh) as played:
        await furnish(played)
        await played.write(people.saved((await _lan(played)).model_copy(update={"notice_version": OLD})))
        yield played


async def _lan(played: World) -> Person:
    rows = await played.rows("persons_by_id", tenants=f'["{sample.TENANT}"]', ids='["sample-volunteer"]')
    return Person.model_validate(dict(rows[0]))


async def test_what_was_wanted_goes_on_after_the_answer(asked: World) -> None:
    """The notice stands in front; the report line is not typed twice."""
    (notice,) = await asked.says("lan", "5 vneid 2 dvc")
    assert "bản mới" in notice.text
    (thanks,) = await asked.says("lan", "đồng ý")
    assert "Làm tiếp" in thanks.text
    (echo,) = await asked.taps("lan", "Làm tiếp")
    assert "VNeID 5" in echo.text
    assert (await _lan(asked)).notice_version == NOTICE_VERSION


async def test_the_notice_names_who_is_responsible_where_the_person_belongs(asked: World) -> None:
    """The province's own, as in the first notice; where it named nobody, the deployment's."""
    rows = await asked.rows("tenants_all")
    tenant = next(Tenant.model_validate(dict(row)) for row in rows if row["tenant"] == sample.TENANT)
    for name, told in (("Thành đoàn Hà Nội", "Thành đoàn Hà Nội"), ("", asked.desk.controller_name)):
        named = {"controller_name": name, "controller_contact": name and "hn@example.vn"}
        await asked.write(teams.tenant_saved(tenant.model_copy(update=named)))
        assert told in (await asked.says("lan", "vào ca"))[0].text


async def test_a_long_line_is_sent_again(asked: World) -> None:
    """A button has no room for it, and the answer says so."""
    await asked.says("lan", "hôm nay giúp 5 vneid 2 dvc " + "và nhiều việc khác nữa " * 5)
    (thanks,) = await asked.says("lan", "đồng ý")
    assert "nhắn lại" in thanks.text
