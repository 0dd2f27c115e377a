"""One person on Zalo and elsewhere, through the real program: what is begun in one chat is finished in the
other, a lost phone is replaced, and the history stays one."""

import re
from pathlib import Path

import pytest

from tests.chats import ZaloChat, until
from tests.chats.web import browser
from tests.fakes.zalo import DEFAULT_TOKEN, ZaloFake
from tests.program import Program, acquaint, on_zalo, running, seeded

pytestmark = pytest.mark.process

CODE = re.compile(r"(?:chat|mới): ([0-9]{3} [0-9]{3})|bạn: ([0-9]{3} [0-9]{3})")


async def _made(folder: Path, fake: ZaloFake) -> tuple[Program, dict[str, str]]:
    """A program that polls Zalo, so that its web chat has no other address."""
    program, links = await seeded(folder, **on_zalo(fake.url, hooked=False))
    for who in ("volunteer", "leader"):
        await acquaint(program, who, who, DEFAULT_TOKEN)
    return program, links


def _code(text: str) -> str:
    found = CODE.search(text)
    assert found is not None, text
    return found[1] or found[2]


async def test_a_form_begun_on_zalo_is_finished_on_the_web_over_a_restart(tmp_path: Path) -> None:
    """And the web's answer is the form's: not a new one."""
    async with ZaloFake(scale=0.02) as fake:
        program, links = await _made(tmp_path, fake)
        async with running(program):
            await until(lambda: bool(fake.ledger.of("getUpdates")), 40)
            lan, nam = ZaloChat(fake, "volunteer"), ZaloChat(fake, "leader")
            await nam.says("menu")
            await nam.sees("Mình là trợ lý")
            await lan.says("khó khăn")
            await lan.sees("Bạn đang vướng gì?")
            await program.stop()
            await program.start()
            async with browser(program.url, links["volunteer"]) as web:
                await web.says("1 dừng, mất từ 9h")
                await web.sees("Đã ghi khó khăn: Mạng, điện")
            await nam.sees("mất từ 9h")
        rows = await program.rows("select code, severity, note from difficulties")
        assert [tuple(dict(row).values()) for row in rows] == [("network", "dung", "mất từ 9h")]
        assert len(lan.new) == 1, "the answer goes where the person wrote"


async def test_a_lost_phone_is_replaced_by_the_leader_and_the_history_goes_along(tmp_path: Path) -> None:
    """Nothing more goes to the lost chat, and what is written there is a stranger's."""
    async with ZaloFake(scale=0.02) as fake:
        program, _ = await _made(tmp_path, fake)
        async with running(program):
            await until(lambda: bool(fake.ledger.of("getUpdates")), 40)
            lost, nam, new = (ZaloChat(fake, one) for one in ("volunteer", "leader", "lan-moi"))
            await lost.says("vào ca")
            await lost.sees("Đã vào ca")
            await lost.says("5 vneid")
            await lost.sees("Đã ghi 5 lượt")
            await nam.says("mất máy")
            await nam.sees("Ai bị mất kênh?")
            await nam.says("Nguyễn Thị Mai Anh")
            await nam.sees("mất kênh nào?")
            await nam.says("1")
            code = _code(await nam.sees("Mã nối kênh mới"))
            before = len(lost.new)
            await new.says(code)
            await nam.sees("Kênh mới của Mai Anh có hiện số")
            await nam.says("đúng")
            await new.sees("kênh này đã nối vào hồ sơ của bạn")
            await new.says("việc của tôi")
            assert "VNeID 5" in await new.sees("Bảy ngày qua: 1 ca")
            await lost.says("ra ca")
            await lost.sees("Bạn gõ mã vào đội")
            assert len(lost.new) == before + 1
        open_rows = await program.rows("select id from attendances where out_at is null")
        assert len(open_rows) == 1, "a lost phone ends nobody's shift"


async def test_two_chats_are_joined_and_answer_as_one(tmp_path: Path) -> None:
    """/lienket from the web to Zalo: what was said there before is seen here."""
    async with ZaloFake(scale=0.02) as fake:
        program, links = await _made(tmp_path, fake)
        async with running(program):
            await until(lambda: bool(fake.ledger.of("getUpdates")), 40)
            async with browser(program.url, links["coordinator"]) as web:
                await web.says("/lienket")
                code = _code(await web.sees("Mã nối kênh của bạn"))
                hoa = ZaloChat(fake, "hoa")
                await hoa.says(code)
                await web.sees("vừa được gõ trên Zalo")
                await web.taps("Đúng, nối")
                await hoa.sees("kênh này đã nối vào hồ sơ của bạn")
                await hoa.says("menu")
                await hoa.sees("Tổng hợp tuần")
        kept = await program.rows("select distinct person_id from contacts where chat = 'hoa'")
        assert [row["person_id"] for row in kept] == ["sample-coordinator"]
