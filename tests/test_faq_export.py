"""What people added in the chat goes back into files that pass the rules."""

from pathlib import Path

import pytest

from bot import faq_export, faq_files
from bot.operating import OperationError
from handlers import faq_answering
from locales.faq import read_topics, topics_in
from storage import faq_additions
from tests.test_shelving import ASKED, SLUG, entry, phrasing
from tests.world import world


async def test_a_folder_with_everything_passes_the_check(fresh: Path, tmp_path: Path) -> None:
    """Topics with their new ways of asking, new answers as files of their own, nothing of a person."""
    known = next(topic for topic in read_topics() if topic.slug != SLUG).title
    folder = tmp_path / "out"
    async with world(fresh) as here:
        await here.write(
            faq_additions.entered(entry()),
            faq_additions.heard(phrasing(entry().id)),
            faq_additions.heard(phrasing(SLUG, 'quên "mật khẩu": bó tay')),
            faq_additions.heard(phrasing("dvc-submit", known)),
            faq_additions.heard(phrasing("vneid-otp-not-received", "mã về máy 0912345678 mãi chưa thấy")),
        )
        said = await faq_export.exported(here.database, {"folder": str(folder)})
        assert "1 new ways of asking, 1 new answers" in said
        with pytest.raises(OperationError, match="is not empty"):
            await faq_export.exported(here.database, {"folder": str(folder)})
    assert list(faq_files.faulty(folder)) == []
    before = {topic.slug: topic for topic in read_topics()}
    after = {topic.slug: topic for topic in topics_in(folder)}
    assert after[SLUG].seeds == (*before[SLUG].seeds, 'quên "mật khẩu": bó tay')
    assert {slug: after[slug] for slug in before if slug != SLUG} == {
        slug: before[slug] for slug in before if slug != SLUG
    }
    new = after["diem-truc-co-cho-muon-xe-lan-khong"]
    assert (new.title, new.body, new.sources) == (entry().title, entry().body, (entry().source,))
    assert ASKED in new.seeds


@pytest.mark.parametrize(
    ("answer", "body"),
    [
        ("Mang bản gốc", "Mang bản gốc."),
        ("Mang *bản gốc*!\n\n 1) ra xã\n3. chờ", "Mang bản gốc.\n1. ra xã\n2. chờ"),
        ("Làm:\n" + "\n".join(f"{n}. bước" for n in range(1, 10)), None),
    ],
)
def test_an_answer_takes_the_shape_of_the_others(answer: str, body: str | None) -> None:
    """Plain text, the first line a sentence, steps counted from one to seven."""
    shaped = faq_answering.body(answer)
    assert body is None or shaped == body
    assert "8. " not in shaped


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("làm sao lấy lại  mật khẩu ?? ", "Làm sao lấy lại mật khẩu?"),
        ("số ••••••••• của cụ bị sai thì sửa ở đâu", "Số của cụ bị sai thì sửa ở đâu?"),
    ],
)
def test_a_question_becomes_a_title(question: str, title: str) -> None:
    """Without what the privacy filter hid."""
    assert faq_answering.title(question) == title
