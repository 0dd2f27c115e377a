"""Pictures people send: what is on disk before and after a leader decides; where they come from."""

from base64 import b64decode, b64encode
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

import httpx
import pytest
from PIL import Image
from starlette.applications import Starlette

from bot.calling import Answer, Connections, TooLarge, Unanswered
from bot.channel import NetworkDown, Rejected
from bot.channels.web.posted import Posted, raw_update
from bot.channels.web.updates import envelope, masked, read
from bot.channels.zalo import fetching
from bot.channels.zalo.raw import envelope as zalo_envelope
from bot.channels.zalo.raw import masked as zalo_masked
from bot.developing import LONGEST_SIDE, MOST_BYTES, Unreadable, developed
from bot.sealing import Vault
from handlers.messages import Kind, Outbound
from handlers.photographing import shown
from locales import words
from locales.formats import HANOI
from storage import photos
from storage.photos import UNDECIDED_FOR
from storage.records.moments import from_micros
from storage.records.photo import PhotoImage, SentPhoto, Shows
from tests.paper import PLENTY
from tests.pictures import REMARK, picture
from tests.sample import furnish
from tests.world import World, world

NINE = datetime(2026, 11, 24, 9, 0, tzinfo=HANOI)
JPEG = b"\xff\xd8\xff"


def _disk(path: Path) -> bytes:
    """Everything the database has on disk, its log included."""
    return b"".join(part.read_bytes() for part in path.parent.glob(f"{path.name}*"))


def _seen_in(disk: bytes, *pictures: bytes) -> bool:
    """Whether any picture is there, plain or in base64; a stretch from its middle tells."""
    for one in pictures:
        middle = len(one) // 2 // 3 * 3
        stretch = one[middle : middle + 300]
        if stretch in disk or b64encode(stretch) in disk:
            return True
    return JPEG + b"\xe0" in disk


async def _taking(here: World) -> None:
    await furnish(here)
    here.clock.move(NINE)
    await here.settle()
    await here.says("tam", "bật ảnh")
    await here.taps("tam", "Bật: Chiến dịch mẫu")


async def _sent(here: World, kind: str = "poster") -> str:
    """Lan sends a picture; its id."""
    await here.sends("lan", kind="photo", photo=kind)
    await here.taps("lan", "Áp phích, pa-nô")
    rows = await here.rows("photos_of_teams", tenants='["01"]', teams='["sample-team"]')
    return str(rows[0]["id"])


async def _held(here: World, photo_id: str) -> PhotoImage | None:
    """The row of the picture, expired or not."""
    return await here.database.read(lambda tx: photos.image(tx, ("01", photo_id), from_micros(0)))


async def _image(here: World, photo_id: str) -> bytes | None:
    """What the darkroom shows to whoever may see it."""
    photo = SentPhoto(
        tenant="01",
        id=photo_id,
        team_id="",
        person_id="",
        campaign_id="",
        day_on="",
        what=Shows.POSTER,
        channel="",
        account="",
        created_at=NINE,
    )
    message = Outbound("", drawing=shown(words("vi"), photo))
    found = (await here.darkroom.exposed(message, PLENTY)).photo
    return found.png if found else None


async def test_half_a_letter_in_the_address_of_a_picture_stops_nothing(fresh: Path) -> None:
    """It is stored and answered: a platform would bring it again and again."""
    async with world(fresh) as here:
        await _taking(here)
        assert await here.sends("lan", kind="photo", photo="\ud83d")


async def test_what_is_on_disk_before_and_after_approval(fresh: Path) -> None:
    """Sealed before, sealed after, without what the camera wrote; the leader saw it all the same."""
    async with world(fresh) as here:
        await _taking(here)
        photo_id = await _sent(here)
        developed_one = await _image(here, photo_id)
        assert developed_one is not None
        assert here.heard["nam"][-1].photo is not None
        before = _disk(fresh)
        assert not _seen_in(before, picture("poster"), developed_one)
        assert REMARK not in before
        held = await _held(here, photo_id)
        assert held is not None
        assert held.expires_at == NINE + UNDECIDED_FOR
        await here.taps("nam", "Giữ ảnh")
        held = await _held(here, photo_id)
        assert held is not None
        assert held.expires_at is None
        assert not _seen_in(_disk(fresh), picture("poster"), developed_one)
        here.clock.move(NINE + UNDECIDED_FOR + timedelta(hours=2))
        await here.tick()
        assert await _image(here, photo_id) == developed_one


@pytest.mark.parametrize(
    ("who", "label"), [("nam", "Không giữ"), ("lan", "Rút ảnh")], ids=["refused", "back"]
)
async def test_what_is_not_kept_is_gone_at_once(fresh: Path, who: str, label: str) -> None:
    """Refused by the leader or taken back by whoever sent it."""
    async with world(fresh) as here:
        await _taking(here)
        photo_id = await _sent(here)
        await here.taps(who, label)
        assert await _held(here, photo_id) is None
        assert await _image(here, photo_id) is None


async def test_what_nobody_decides_about_is_gone_after_48_hours(fresh: Path) -> None:
    """It is not shown a moment longer, and its row goes with the next cleaning."""
    async with world(fresh) as here:
        await _taking(here)
        photo_id = await _sent(here)
        here.clock.move(NINE + UNDECIDED_FOR + timedelta(minutes=1))
        assert await _image(here, photo_id) is None
        await here.tick()
        here.clock.move(NINE + UNDECIDED_FOR + timedelta(hours=2))
        await here.tick()
        assert await _held(here, photo_id) is None
        rows = await here.rows("photos_by_ids", tenants='["01"]', ids=f'["{photo_id}"]')
        assert (rows[0]["state"], rows[0]["reference"]) == ("gone", "")


async def test_it_is_seen_only_at_its_address(fresh: Path) -> None:
    """An address nobody can guess, never stored by who fetches it, and gone with the picture."""
    async with world(fresh) as here:
        await _taking(here)
        await _sent(here)
        shown_to_nam = here.heard["nam"][-1].photo
        assert shown_to_nam is not None
        app = Starlette(routes=here.darkroom.routes())
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(app), base_url="http://127.0.0.1"
        ) as client:
            found = await client.get(shown_to_nam.address)
            assert (found.status_code, found.headers["cache-control"]) == (200, "no-store")
            assert found.content == shown_to_nam.png
            wrong = shown_to_nam.address.replace(".jpg", "x.jpg")
            assert (await client.get(wrong)).status_code == 404
            await here.taps("nam", "Không giữ")
            assert (await client.get(shown_to_nam.address)).status_code == 404


@pytest.mark.parametrize("kind", ["class", "poster", "card", "paper"])
def test_a_picture_becomes_small_and_bare(kind: str) -> None:
    """At most 100 KB, 1,280 pixels, nothing of the camera's; its guess is what the docs say."""
    raw = picture(kind)
    assert REMARK in raw
    made = developed(raw)
    assert len(made.jpeg) <= MOST_BYTES
    assert max(made.size) <= LONGEST_SIDE
    assert REMARK not in made.jpeg
    with Image.open(BytesIO(made.jpeg)) as again:
        assert again.size == made.size
        assert not again.getexif()
        assert "comment" not in again.info
    assert made.doubt == {"card": "card", "paper": "paper"}.get(kind, "")


def test_noise_fits_too() -> None:
    """What cannot be written small at its size is made smaller."""
    noise = Image.effect_noise((1280, 1280), 120).convert("RGB")
    written = BytesIO()
    noise.save(written, "PNG")
    assert len(developed(written.getvalue()).jpeg) <= MOST_BYTES


@pytest.mark.parametrize("content", [b"", b"no picture", b"%PDF-1.4", picture("poster")[:400]])
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(Unreadable):
        developed(content)


def test_a_picture_as_large_as_a_wall_is_refused() -> None:
    """Before it is unpacked: its header says how much room it would take."""
    written = BytesIO()
    Image.new("1", (9000, 9000)).save(written, "PNG")
    with pytest.raises(Unreadable):
        developed(written.getvalue())


@pytest.mark.parametrize(
    ("address", "ours"),
    [
        ("https://photo-stal-1.zdn.vn/a/b.jpg", True),
        ("https://f12-zpc.zadn.vn/x", True),
        ("http://photo-stal-1.zdn.vn/a.jpg", False),
        ("https://zdn.vn.evil.example/a.jpg", False),
        ("https://evilzdn.vn/a.jpg", False),
        ("https://127.0.0.1/a.jpg", False),
        ("https://photo.zdn.vn:8443/a.jpg", False),
        ("https://me:you@photo.zdn.vn/a.jpg", False),
        ("https://photo.zdn.vn@evil.example/a.jpg", False),
        ("file:///etc/passwd", False),
        ("https://[::1]/a", False),
        ("https://photo.zdn.vn:x/a", False),
        ("", False),
    ],
)
def test_only_zalos_own_hosts_are_fetched_from(address: str, ours: bool) -> None:
    assert fetching.trusted(address) is ours


async def test_zalo_hands_a_picture_out_or_says_why_not() -> None:
    """A redirect is not followed, too much is too much, and what failed may be tried again."""
    address = "https://photo-stal-1.zdn.vn/a.jpg"

    class Zalo(Connections):
        async def get(self, address: str, within: float, most: int) -> Answer:
            told = {
                "a": Answer(200, b"jpeg"),
                "b": Answer(302, b""),
                "c": Answer(404, b""),
                "d": Answer(503, b""),
            }
            if address[-5] == "e":
                raise TooLarge(f"more than {most} bytes")
            if address[-5] == "f":
                raise Unanswered("the connection broke")
            return told[address[-5]]

    http = Zalo()
    assert await fetching.fetched(http, address) == b"jpeg"
    for gone in ("b", "c", "e"):
        with pytest.raises(Rejected):
            await fetching.fetched(http, address.replace("/a.", f"/{gone}."))
    for later in ("d", "f"):
        with pytest.raises(NetworkDown):
            await fetching.fetched(http, address.replace("/a.", f"/{later}."))
    with pytest.raises(Rejected):
        await fetching.fetched(http, "http://127.0.0.1:8080/metrics")


def test_zalo_keeps_no_address_in_the_open() -> None:
    """The envelope knows it, the stored update does not."""
    address = "https://photo-stal-1.zdn.vn/a.jpg"
    message = {"message_id": "m1", "from": {"id": "u1"}, "chat": {"id": "u1"}, "photo_url": address}
    raw = {"event_name": "message.image.received", "message": message}
    assert zalo_envelope(raw).photo == address
    assert address not in str(zalo_masked(raw, str))


def test_the_page_posts_a_picture_that_is_never_stored_in_the_open() -> None:
    """In base64; the envelope has it, the stored update has not, and it is read as a picture."""
    content = picture("poster")[:3000]
    posted = Posted(key="key-00000001", photo=b64encode(content).decode())
    raw = raw_update(posted, "chat", NINE)
    assert b64decode(envelope(raw).photo) == content
    kept = masked(raw, str)
    assert "photo" not in kept
    assert read(kept).kind is Kind.PHOTO


def test_a_seal_of_another_key_opens_nothing() -> None:
    sealed = Vault("one").closed(b"picture")
    assert Vault("one").opened(sealed) == b"picture"
    assert Vault("two").opened(sealed) is None
