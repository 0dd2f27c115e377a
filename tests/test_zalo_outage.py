"""A Zalo bot that stops serving the real program: people are answered another way, or told once when it is
back; whoever connected it hears why."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests import working_hours
from tests.chats import ZaloChat, until
from tests.fakes.rules import Fault, Rule
from tests.fakes.zalo import DEFAULT_TOKEN, ZaloFake
from tests.moved_clock import at
from tests.program import acquaint, on_zalo, running, seeded

pytestmark = pytest.mark.process

OTHER_TOKEN = "2459232241454765111:FAKE-other-canary_0123456789abcde"


async def test_an_outage_that_outlives_the_process(tmp_path: Path) -> None:
    """Nothing leaves through one bot, the program dies, and starts ten minutes later with it still away."""
    async with ZaloFake(DEFAULT_TOKEN, OTHER_TOKEN, scale=0.02) as fake:
        program, _ = await seeded(
            tmp_path, **on_zalo(fake.url) | {"ZALO_BOT_TOKENS": f"{DEFAULT_TOKEN},{OTHER_TOKEN}"}
        )
        other = fake.bot(OTHER_TOKEN)
        fake.account.proxy = other.proxy = program.url
        for who in ("volunteer", "leader"):
            await acquaint(program, who, who, DEFAULT_TOKEN)
        await acquaint(program, "lan-too", "volunteer", OTHER_TOKEN)
        lan, nam, lan_too = fake.person("volunteer"), fake.person("leader"), other.person("lan-too")
        async with running(program):
            await until(lambda: fake.account.webhook is not None and other.webhook is not None, 40)
            lan_too.says("menu")
            await lan_too.hears(40)
            fake.rule(Rule(Fault.HTML, "sendMessage", times=None, code=403))
            lan.says("vào ca")
            nam.says("menu")
            await until(lambda: any(call.chat and call.code == 0 for call in fake.ledger.calls), 40)
            await program.idle()
            await program.kill()
        later = program.given(module=at(working_hours.now() + timedelta(minutes=10)))
        async with running(later):
            assert "Đã vào ca lúc" in (await lan_too.hears(60)).text
            fake.account.rules.clear()
            assert (await nam.hears(60)).text.startswith("(Kênh này gián đoạn từ")
            nam.says("menu")
            assert not (await nam.hears(60)).text.startswith("(")
        assert not [shown.text for shown in lan.shown() if "Đã vào ca" in shown.text]


@pytest.mark.parametrize(
    ("minutes", "said"), [(1, "Đã vào ca lúc"), (10, "(Mình tạm nghỉ từ")], ids=["a minute", "ten minutes"]
)
async def test_a_program_that_was_stopped_and_started(tmp_path: Path, minutes: int, said: str) -> None:
    """An answer was still owed: after a minute nothing is said of it, after ten a kind word, once."""
    async with ZaloFake(scale=0.02) as fake:
        program, _ = await seeded(tmp_path, **on_zalo(fake.url))
        fake.account.proxy = program.url
        await acquaint(program, "volunteer", "volunteer", DEFAULT_TOKEN)
        lan = fake.person("volunteer")
        async with running(program):
            await until(lambda: fake.account.webhook is not None, 40)
            fake.rule(Rule(Fault.HTML, "sendMessage", times=None, code=403))
            lan.says("vào ca")
            await until(lambda: any(call.chat and call.code == 0 for call in fake.ledger.calls), 40)
            await program.idle()
            await program.stop()
        fake.account.rules.clear()
        later = program.given(module=at(working_hours.now() + timedelta(minutes=minutes)))
        async with running(later):
            told = (await lan.hears(60)).text
            assert told.startswith(said)
            assert "Đã vào ca lúc" in told
            lan.says("menu")
            assert (await lan.hears(60)).text.startswith("Mình là trợ lý")


async def test_a_token_that_is_withdrawn_while_the_program_runs(tmp_path: Path) -> None:
    """It is found out with the first message; its people are written to elsewhere, the leader hears."""
    async with ZaloFake(DEFAULT_TOKEN, OTHER_TOKEN, scale=0.02) as fake:
        program, _ = await seeded(tmp_path, **on_zalo(fake.url))
        own = fake.bot(OTHER_TOKEN)
        fake.account.proxy = own.proxy = program.url
        for who in ("leader", "volunteer"):
            await acquaint(program, who, who, DEFAULT_TOKEN)
        await acquaint(program, "lan-own", "volunteer", OTHER_TOKEN)
        nam, lan, lan_own = ZaloChat(fake, "leader"), fake.person("volunteer"), own.person("lan-own")
        async with running(program):
            await until(lambda: fake.account.webhook is not None, 40)
            await nam.says(OTHER_TOKEN)
            await nam.sees("đã nối vào")
            lan.says("menu")
            await lan.hears(40)
            lan_own.says("vào ca")
            assert "Đã vào ca" in (await lan_own.hears(40)).text
            fake.withdraws(OTHER_TOKEN)
            lan_own.says("5 vneid")
            await nam.sees("bot đang im")
            assert "Đã ghi 5 lượt" in (await lan.hears(40)).text
        rows = await program.rows("select state from bot_accounts")
        assert [row["state"] for row in rows] == ["refused"]
        assert OTHER_TOKEN.partition(":")[2] not in program.errors
