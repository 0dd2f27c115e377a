"""The real program on Zalo's fake, as its own process: the platform's quirks, and nothing lost or doubled."""

import random
from collections import Counter
from pathlib import Path

import pytest

from bot.sample import CODE
from tests.chats import ZaloChat, until
from tests.fakes.zalo import DEFAULT_TOKEN, Fault, ZaloFake
from tests.program import Program, acquaint, on_zalo, running, seeded

pytestmark = pytest.mark.process


async def reached(folder: Path, fake: ZaloFake, **settings: str) -> Program:
    """A seeded program that the fake reaches by webhook, its sample people known on Zalo."""
    program, _ = await seeded(folder, **on_zalo(fake.url) | settings)
    fake.account.proxy = program.url
    for who in ("volunteer", "leader"):
        await acquaint(program, who, who, DEFAULT_TOKEN)
    return program


async def test_somebody_joins_works_and_is_answered(tmp_path: Path) -> None:
    async with ZaloFake(scale=0.02) as fake:
        fake.account.manner.twice = 0.5
        program = await reached(tmp_path, fake)
        async with running(program):
            await until(lambda: fake.account.webhook is not None, 20)
            mai = ZaloChat(fake, "mai")
            await mai.starts(CODE)
            await mai.sees("Bạn có đồng ý không?")
            lan = ZaloChat(fake, "volunteer")
            await lan.says("vào ca")
            await lan.sees("Đã vào ca lúc")
            await lan.says("ra ca")
            await lan.sees("Đã ra ca")
        assert len(lan.new) == 2
        assert fake.ledger.refused == fake.ledger.styled == 0
        assert fake.ledger.decomposed == []
        assert len(await program.rows("select id from attendances")) == 1
        assert fake.token.partition(":")[2] not in program.errors


async def test_a_picture_is_fetched_from_us_as_often_as_wished(tmp_path: Path) -> None:
    async with ZaloFake(scale=0.02) as fake:
        program = await reached(tmp_path, fake)
        async with running(program):
            await until(lambda: fake.account.webhook is not None, 20)
            nam = ZaloChat(fake, "leader")
            await nam.says("mã đội")
            await nam.sees("BK7M-2QXA")
        shown = fake.person("leader").last()
        assert shown.photo.startswith(b"\x89PNG")
        assert not shown.black


async def test_faults_and_kills_lose_nothing_and_double_little(tmp_path: Path) -> None:
    """Calls broken, updates twice, late and in any order, and a kill."""
    rng = random.Random(5)
    async with ZaloFake(scale=0.3) as fake:
        fake.account.manner.twice, fake.account.manner.late = 0.2, 0.2
        program = await reached(tmp_path, fake)
        async with running(program):
            await until(lambda: fake.account.webhook is not None, 20)
            crowd = [ZaloChat(fake, f"nguoi-{number}") for number in range(6)]
            for round_, fault in enumerate((Fault.HTML, Fault.GARBAGE)):
                fake.breaks(fault, "sendMessage", code=403)
                for number, one in enumerate(rng.sample(crowd, len(crowd))):
                    await one.says(f"câu số {round_} của {number}")
                if round_ == 0:
                    await program.kill()
                    await program.start()
                await until(lambda: all(one.done == len(one.acknowledged) for one in crowd), 60)
            asked = sum(one.done for one in crowd)
            await until(lambda: sum(len(one.new) for one in crowd) >= asked, 90)
        assert fake.ledger.lost == []
        rows = await program.rows("select state from inbox")
        assert Counter(row["state"] for row in rows)["done"] == asked
        assert sum(len(one.new) for one in crowd) <= asked + 2


async def test_links_are_hinted_at_once(tmp_path: Path) -> None:
    async with ZaloFake(scale=0.02) as fake:
        program = await reached(tmp_path, fake)
        async with running(program):
            await until(lambda: fake.account.webhook is not None, 20)
            lan = ZaloChat(fake, "volunteer")
            for _ in range(3):
                await lan.says("xem https://dichvucong.gov.vn")
            await lan.sees("không chuyển nội dung")
            await lan.says("vào ca")
            await lan.sees("Đã vào ca")
        assert len(lan.new) == 2


async def test_polling_says_that_it_loses(tmp_path: Path) -> None:
    async with ZaloFake() as fake:
        program, _ = await seeded(tmp_path, **on_zalo(fake.url, hooked=False))
        async with running(program):
            await until(lambda: bool(fake.ledger.of("getUpdates")), 20)
            mai = ZaloChat(fake, "mai")
            await mai.says("xin chào")
            await mai.sees("Mình chưa hiểu ý bạn")
        assert "zalo polling loses" in program.errors
