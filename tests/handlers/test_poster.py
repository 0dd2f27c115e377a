"""The poster of a bot is a light page."""

import json
from io import BytesIO

from PIL import Image

from handlers.chart import draw
from handlers.messages import Drawing


def test_the_poster_is_a_light_page_whose_code_leads_to_the_bot() -> None:
    """A4, whatever the team is called."""
    shows = {
        "title": "Đội Áo Xanh phường Văn Miếu - Quốc Tử Giám tổ dân phố số 12 và 13",
        "bot": "Bot Áo Xanh",
        "link": "https://zalo.me/1459232241454765289",
        "steps": ["Mở Zalo, quét mã QR."] * 3,
        "frame": "Mã hôm nay",
        "foot": "Trợ lý tự động",
    }
    png = draw(Drawing("poster", json.dumps(shows), ""))
    assert Image.open(BytesIO(png)).size == (1240, 1754)
    assert len(png) <= 60_000
