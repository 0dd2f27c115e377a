"""Bots that teams connect while the program runs: checked, hooked, used, let go, on Zalo's fake."""

from pathlib import Path

import pytest

from bot.sample import CODE
from tests.chats import TelegramChat, ZaloChat, until
from tests.fakes.rules import Rule
from tests.fakes.telegram import TelegramFake
from tests.fakes.zalo import DEFAULT_TOKEN, Fault, ZaloFake
from tests.fakes.zalo.account import Account
from tests.program import Program, acquaint, on_zalo, running, seeded

pytestmark = pytest.mark.process

TELEGRAM_TOKEN = "8123456789:AAE-fake-canary-abcdefghijklmnopqrstu"
OWN_TOKEN = "2459232241454765111:FAKE-own-canary_0123456789abcdef"
WRONG_TOKEN = "2459232241454765999:FAKE-wrong-canary_0123456789abcd"


async def reached(folder: Path, fake: ZaloFake, **settings: str) -> Program:
    """A program whose leader writes to the bot of the settings."""
    program, _ = await seeded(folder, **on_zalo(fake.url) | settings)
    for token in (DEFAULT_TOKEN, OWN_TOKEN):
        fake.bot(token).proxy = program.url
    await acquaint(program, "leader", "leader", DEFAULT_TOKEN)
    return program


async def connected(fake: ZaloFake) -> tuple[ZaloChat, Account]:
    """The leader pastes the token; the leader's chat and the bot as Zalo knows it."""
    await until(lambda: fake.account.webhook is not None, 20)
    nam, own = ZaloChat(fake, "leader"), fake.bot(OWN_TOKEN)
    await nam.says(f"Mã đây: {OWN_TOKEN}")
    await nam.sees("đã nối vào Đội Áo Xanh")
    return nam, own


async def test_a_team_connects_its_own_bot_and_works_through_it(tmp_path: Path) -> None:
    async with ZaloFake(DEFAULT_TOKEN, OWN_TOKEN, scale=0.02) as fake:
        program = await reached(tmp_path, fake)
        async with running(program):
            nam, own = await connected(fake)
            assert fake.person("leader").last().photo.startswith(b"\x89PNG")
            assert own.webhook is not None
            mai = own.person("mai")
            mai.says(CODE)
            assert "Bạn có đồng ý không?" in (await mai.hears(20)).text
            mai.says("đồng ý, đủ 16, Mai Anh, không nhắc")
            assert "Chào Anh" in (await mai.hears(20)).text
            await nam.says("mã đội")
            await nam.sees("https://zalo.me/2459232241454765111 rồi nhắn")
            # After a restart it is there again, without a word to Zalo.
            calls = len(own.ledger.calls)
            await program.kill()
            await program.start()
            mai.says("vào ca")
            assert "Đã vào ca" in (await mai.hears(20)).text
            assert {call.method for call in own.ledger.calls[calls:]} == {"sendMessage"}
        for secret in (OWN_TOKEN, OWN_TOKEN.partition(":")[2]):
            assert secret not in program.errors
            assert secret.encode() not in program.database.read_bytes()
        rows = await program.rows("select body, state from inbox")
        assert {(row["body"], row["state"]) for row in rows} == {("", "done")}


async def test_a_full_bot_sends_newcomers_to_the_web(tmp_path: Path) -> None:
    """And its own people go on; the team's code leads past it from then on."""
    async with ZaloFake(DEFAULT_TOKEN, OWN_TOKEN, scale=0.02) as fake:
        program = await reached(tmp_path, fake, ZALO_PEOPLE="2")
        async with running(program):
            nam, own = await connected(fake)
            mai, huy, an = (own.person(name) for name in ("mai", "huy", "an"))
            for one, name in ((mai, "Mai"), (huy, "Huy")):
                one.says(CODE)
                await one.hears(20)
                one.says(f"đồng ý, đủ 16, {name}, không nhắc")
                assert f"Chào {name}" in (await one.hears(20)).text
            an.says(CODE)
            told = (await an.hears(20)).text
            assert told.startswith("Bot này đã đủ 2 người.")
            assert f"https://aoxanh.example/?start={CODE}" in told
            huy.says("vào ca")
            assert "Đã vào ca" in (await huy.hears(20)).text
            await nam.says("mã đội")
            shown = await nam.sees(f"?start={CODE}")
            assert "zalo.me/2459232241454765111" not in shown


async def test_a_wrong_token_is_said_and_a_bot_is_let_go(tmp_path: Path) -> None:
    async with ZaloFake(DEFAULT_TOKEN, OWN_TOKEN, scale=0.02) as fake:
        program = await reached(tmp_path, fake)
        async with running(program):
            nam, own = await connected(fake)
            await nam.says(WRONG_TOKEN)
            await nam.sees("không nhận mã vừa dán")
            await nam.says("bot của đội")
            await nam.sees("Bot Áo Xanh (Zalo)")
            await nam.taps("Gỡ Bot Áo Xanh")
            await nam.sees("Gỡ Bot Áo Xanh?")
            await nam.taps("Gỡ hẳn")
            await nam.sees("Đã gỡ Bot Áo Xanh")
            await until(lambda: own.webhook is None, 20)
        (row,) = await program.rows("select state, sealed_token from bot_accounts where state = 'removed'")
        assert row["sealed_token"] == ""


async def test_an_operator_connects_lists_and_removes(tmp_path: Path) -> None:
    """With the token on a pipe, while the program runs."""
    async with ZaloFake(DEFAULT_TOKEN, OWN_TOKEN, scale=0.02) as fake:
        program = await reached(tmp_path, fake)
        async with running(program):
            code, said = await program.command("accounts", "add", "--unit", "00235", given=OWN_TOKEN.encode())
            assert (code, "live Bot Áo Xanh (00235)" in said) == (0, True), said + program.errors
            assert fake.bot(OWN_TOKEN).webhook is not None
            code, said = await program.command("accounts", "list")
            assert "zalo 2459232241454765111 live" in said
            code, said = await program.command("accounts", "remove", "2459232241454765111")
            assert code == 0
            await until(lambda: fake.bot(OWN_TOKEN).webhook is None, 20)
        assert OWN_TOKEN.partition(":")[2] not in program.errors


async def test_zalo_being_away_is_waited_for(tmp_path: Path) -> None:
    async with ZaloFake(DEFAULT_TOKEN, OWN_TOKEN, scale=0.02) as fake:
        program = await reached(tmp_path, fake)
        fake.bot(OWN_TOKEN).rules.add(Rule(Fault.HTML))
        async with running(program):
            await until(lambda: fake.account.webhook is not None, 20)
            nam = ZaloChat(fake, "leader")
            await nam.says(OWN_TOKEN)
            await nam.sees("đang hỏi Zalo")
            await until(lambda: bool(fake.bot(OWN_TOKEN).ledger.of("getMe")), 20)
        rows = await program.rows("select state, error from bot_accounts")
        assert [row["state"] for row in rows] == ["asked"]


async def test_the_secret_key_is_changed_and_the_bot_goes_on(tmp_path: Path) -> None:
    """Refused while the program runs; then Zalo is given a new secret, and meanwhile the old one holds."""
    async with ZaloFake(DEFAULT_TOKEN, OWN_TOKEN, scale=0.02) as fake:
        program = await reached(tmp_path, fake)
        changed = program.given(SECRET_KEY="n" * 40, SECRET_KEY_BEFORE="k" * 40)
        async with running(program):
            _, own = await connected(fake)
            code, _ = await changed.command("secrets", "rotate")
            assert code == 1
            assert own.webhook is not None
            former = own.webhook.secret
            await program.stop()
        code, said = await changed.command("secrets", "rotate")
        assert (code, "bot tokens: 1 sealed anew" in said) == (0, True), said + changed.errors
        async with running(changed):
            await until(lambda: own.webhook is not None and own.webhook.secret != former, 90)
            mai = own.person("mai")
            mai.says(CODE)
            assert "Bạn có đồng ý không?" in (await mai.hears(20)).text
        assert "n" * 40 not in changed.errors


async def test_a_coordinator_connects_a_telegram_bot_of_the_unit(tmp_path: Path) -> None:
    """The same word, the same answer with its poster; people then find the team through its link."""
    async with ZaloFake(scale=0.02) as fake, TelegramFake(TELEGRAM_TOKEN, scale=0.02) as telegram:
        program, _ = await seeded(tmp_path, **on_zalo(fake.url), TELEGRAM_API_URL=telegram.url)
        fake.account.proxy = telegram.account.proxy = program.url
        for who in ("coordinator", "leader"):
            await acquaint(program, who, who, DEFAULT_TOKEN)
        async with running(program):
            await until(lambda: fake.account.webhook is not None, 40)
            hoa, nam = ZaloChat(fake, "coordinator"), ZaloChat(fake, "leader")
            await hoa.says(f"kết nối bot {TELEGRAM_TOKEN}")
            await hoa.sees("đã nối vào")
            assert fake.person("coordinator").last().photo.startswith(b"\x89PNG")
            await nam.says("mã đội")
            await nam.sees("https://t.me/")
            mai = TelegramChat(telegram, 77, "Mai")
            await mai.starts(CODE)
            await mai.sees("Bạn có đồng ý không?")
        rows = await program.rows("select channel, state, unit_code, team_id from bot_accounts")
        assert [tuple(row.values()) for row in rows] == [("telegram", "live", "00235", "")]
        assert TELEGRAM_TOKEN.partition(":")[2] not in program.errors
