"""The document: laid out as Union documents are, whole for old and new programs alike."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document as Docx

from handlers.export import export, write
from handlers.messages import Paper
from storage.records.rollup import Document
from tests.exports.documents import document
from tests.exports.test_sheets import hostile

PARTS = (
    "I. KẾT QUẢ TRONG TUẦN",
    "II. ĐIỂM MỚI",
    "III. MÔ HÌNH HAY",
    "IV. KHÓ KHĂN, VƯỚNG MẮC",
    "V. ĐỀ XUẤT, KIẾN NGHỊ",
)


class Nothing:
    """Data that nobody reads: a document needs none."""

    async def read(self, work: Any) -> Any:
        """See ``Readable``."""
        return await work(self)

    async def all(self, query: str) -> list[Any]:
        """No unit was given another name."""
        assert query == "unit_names_all", "a document is made of what it is given"
        return []


async def _written(to: Path, of: Document, *, draft: bool = False) -> Docx:
    shows = {"document": of.model_dump(mode="json"), "draft": draft}
    await export("rollup_docx").write(to, shows, Nothing())
    return docx.Document(str(to))


async def test_it_is_laid_out_as_union_documents_are(tmp_path: Path) -> None:
    """A4, margins 30, 20, 20, 20 mm, Times New Roman 14; who writes on the left, the Union on the right."""
    page = await _written(tmp_path / "x.docx", document())
    section, style = page.sections[0], page.styles["Normal"]
    margins = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
    lengths = [section.page_width, section.page_height, *margins]
    assert [round(one.mm) for one in lengths if one is not None] == [210, 297, 30, 20, 20, 20]
    assert (style.font.name, style.font.size.pt) == ("Times New Roman", 14)
    left, right = page.tables[0].rows[0].cells
    assert "BCH ĐOÀN PHƯỜNG ĐỐNG ĐA" in left.text
    assert "Số:" in left.text
    assert right.text.startswith("ĐOÀN TNCS HỒ CHÍ MINH")
    assert right.paragraphs[-1].runs[0].italic
    assert left.text.startswith("BCH ĐOÀN TP. HÀ NỘI\n")
    assert right.text.endswith("\nĐống Đa, ngày 23 tháng 11 năm 2026")
    receivers, signed = page.tables[-1].rows[0].cells
    assert receivers.text.startswith("Nơi nhận:\n- BCH Đoàn Thành phố Hà Nội (báo cáo);")
    assert signed.text.split("\n")[0] == "TM. BAN THƯỜNG VỤ"


async def test_the_five_parts_stand_in_their_order(tmp_path: Path) -> None:
    page = await _written(tmp_path / "x.docx", document())
    said = [one.text for one in page.paragraphs]
    assert [one for one in said if one in PARTS] == list(PARTS)
    assert "BẢN NHÁP, chưa gửi" not in said
    draft = await _written(tmp_path / "y.docx", document(), draft=True)
    assert "BẢN NHÁP, chưa gửi" in [one.text for one in draft.paragraphs]


async def test_figures_stand_with_change_and_meaning(tmp_path: Path) -> None:
    """Numbers as they are written here; what is too few is not shown."""
    page = await _written(tmp_path / "x.docx", document())
    rows = {row.cells[0].text: [cell.text for cell in row.cells[1:]] for row in page.tables[1].rows}
    assert rows["Lượt người dân"][:3] == ["1.234", "1.180", "+54"]
    assert "Điều chỉnh tuần 09/11–15/11: +3" in rows["Lượt người dân"][3]
    assert "(2 báo cáo ước lượng)" in rows["Lượt người dân"][3]
    assert rows["– VNeID"][:3] == ["612", "580", "+32"]
    assert rows["Ngày công"][:3] == ["125,5", "120", "+5,5"]
    assert rows["Độ phủ"][0] == "5/6"
    assert rows["– Đồng bào DTTS"][:3] == ["<5", "", ""]


async def test_whatever_people_wrote_is_text(tmp_path: Path) -> None:
    """Control characters, halves of letters, tags."""
    page = await _written(tmp_path / "x.docx", document(news=tuple(hostile(300))))
    assert len(page.paragraphs) > 300


async def test_no_half_file_is_left(tmp_path: Path) -> None:
    """What fails leaves nothing under the name people look for."""
    with pytest.raises(KeyError):
        await write(Paper("rollup_docx", "{}", "x.docx"), tmp_path / "x.docx", Nothing())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
async def test_libreoffice_prints_it(tmp_path: Path) -> None:
    await _written(tmp_path / "x.docx", document())
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "x.docx")], check=True, timeout=120)  # noqa: ASYNC221
    assert (tmp_path / "x.pdf").read_bytes().startswith(b"%PDF")
