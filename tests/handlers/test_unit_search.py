"""What a volunteer types for a place, and which units it may mean."""

from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.unit_search import Match, UnitIndex
from storage.fold import fold
from storage.unit_file import read_aliases, read_units

UNITS = list(read_units())
ALIASES = list(read_aliases())
INDEX = UnitIndex(UNITS, ALIASES)
COMMUNES = [unit for unit in UNITS if unit.level == "commune"]
TEN_PAIRS = {
    ("19", "Văn Lang", "Văn Lăng"),
    ("31", "Cẩm Giang", "Cẩm Giàng"),
    ("38", "Đông Tiến", "Đồng Tiến"),
    ("51", "Ba Tô", "Ba Tơ"),
    ("51", "Sơn Hà", "Sơn Hạ"),
    ("75", "Lộc Thành", "Lộc Thạnh"),
    ("79", "Thanh An", "Thạnh An"),
    ("80", "Tân Thành", "Tân Thạnh"),
    ("82", "Mỹ Tho", "Mỹ Thọ"),
    ("82", "Tân Thành", "Tân Thạnh"),
}


def names(matches: list[Match]) -> list[str]:
    return [match.unit.name for match in matches]


def found(text: str, province: str) -> list[tuple[str, str]]:
    return [(match.unit.name, match.reason) for match in INDEX.communes(text, province)]


def test_every_province_and_commune_is_found_by_its_own_name() -> None:
    for unit in UNITS:
        matches = INDEX.communes(unit.name, unit.parent) if unit.parent else INDEX.provinces(unit.name)
        assert (matches[0].unit, matches[0].reason) == (unit, "exact")


def test_every_commune_is_among_those_found_without_accents() -> None:
    for unit in COMMUNES:
        assert unit in [match.unit for match in INDEX.communes(fold(unit.name).upper(), unit.parent)]


def test_ten_pairs_are_told_apart_by_accents_and_both_shown_without() -> None:
    folded = defaultdict(set)
    for unit in COMMUNES:
        folded[unit.parent, fold(unit.name)].add(unit.name)
    assert {(key[0], *sorted(pair)) for key, pair in folded.items() if len(pair) > 1} == {
        (province, *sorted(pair)) for province, *pair in TEN_PAIRS
    }
    for province, *pair in TEN_PAIRS:
        assert sorted(names(INDEX.communes(fold(pair[0]), province))) == sorted(pair)
        for name in pair:
            if name != "Thanh An":  # has no accent to be believed
                assert found(name, province) == [(name, "exact")]
    assert found("Thanh An", "79") == [("Thanh An", "exact"), ("Thạnh An", "folded")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("TP. Hồ Chí Minh", "79"),
        ("tp hcm", "79"),
        ("TPHCM", "79"),
        ("sai gon", "79"),
        ("thành phố Huế", "46"),
        ("tỉnh Huế", "46"),
        ("Thừa Thiên - Huế", "46"),
        ("daklak", "66"),
        ("Đăk Lăk", "66"),
        ("khánh hoà", "56"),
        ("Thanh hoá", "38"),
        ("TP. Đồng Nai", "75"),
        ("tinh dong nai", "75"),
    ],
)
def test_provinces_as_people_write_them(text: str, code: str) -> None:
    assert [match.unit.code for match in INDEX.provinces(text)] == [code]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Bình Dương", "79"),
        ("Bà Rịa – Vũng Tàu", "79"),
        ("Hải Dương", "31"),
        ("hai duong", "31"),
        ("tỉnh Kiên Giang", "91"),
        ("Hà Giang", "08"),
        ("Hoà Bình", "25"),
        ("Long An", "80"),
        ("Quảng Nam", "48"),
        ("Kon Tum", "51"),
        ("Bình Định", "52"),
        ("Đắk Nông", "68"),
        ("Bạc Liêu", "96"),
    ],
)
def test_merged_provinces_lead_to_the_new_one(text: str, code: str) -> None:
    (match,) = INDEX.provinces(text)
    assert (match.unit.code, match.reason) == (code, "alias")
    assert match.via is not None


@pytest.mark.parametrize("text", ["Hà Tây", "xyz", "", " ., ", "79", "079203001234", "🌻", "a" * 5000])
def test_no_province(text: str) -> None:
    assert INDEX.provinces(text) == []


@pytest.mark.parametrize(
    ("text", "province", "name"),
    [
        ("xã Sóc Sơn", "01", "Sóc Sơn"),
        ("xa soc son", "01", "Sóc Sơn"),
        ("X. Sóc Sơn", "01", "Sóc Sơn"),
        ("Phường Tân Định", "79", "Tân Định"),
        ("P.Tân Định", "79", "Tân Định"),
        ("p tan dinh", "79", "Tân Định"),
        ("phuờng Tân Định", "79", "Tân Định"),
        ("đặc khu Côn Đảo", "79", "Côn Đảo"),
        ("ĐK Côn Đảo", "79", "Côn Đảo"),
        ("xa phien", "92", "Xà Phiên"),
        ("xã Xà Phiên", "92", "Xà Phiên"),
        ("quan son", "38", "Quan Sơn"),
        ("xã Long Thành", "75", "Long Thành"),
        ("Phường 1 Bảo Lộc", "68", "1 Bảo Lộc"),
        ("Bảo Lộc 1", "68", "1 Bảo Lộc"),
        ("Phu\u031bo\u031b\u0300ng Tân Định", "79", "Tân Định"),
    ],
)
def test_kinds_are_dropped(text: str, province: str, name: str) -> None:
    assert names(INDEX.communes(text, province)) == [name]


@pytest.mark.parametrize(
    ("text", "province", "name"),
    [
        ("Hòa Lạc", "01", "Hòa Lạc"),
        ("Hoà Lạc", "01", "Hòa Lạc"),
        ("Phú Thuỷ", "68", "Phú Thủy"),
        ("Chiêm Hoá", "08", "Chiêm Hóa"),
        ("Nguyễn Uý", "37", "Nguyễn Úy"),
        ("Ea H’Leo", "66", "Ea H'Leo"),
        ("EaHleo", "66", "Ea H'Leo"),
        ("M’Drắk", "66", "M'Drắk"),
        ("M\u02bcDrắk", "66", "M'Drắk"),
        ("B’Lao", "68", "B'Lao"),
        ("Văn Miếu – Quốc Tử Giám", "01", "Văn Miếu - Quốc Tử Giám"),
        ("Văn Miếu Quốc Tử Giám", "01", "Văn Miếu - Quốc Tử Giám"),
        ("Sapa", "15", "Sa Pa"),
        ("A Lưới 2", "46", "A Lưới 2"),
        ("Móng Cái 1", "22", "Móng Cái 1"),
    ],
)
def test_one_name_in_many_spellings(text: str, province: str, name: str) -> None:
    assert found(text, province) == [(name, "exact")]


def test_numbered_communes_are_not_mixed_up() -> None:
    assert names(INDEX.communes("a luoi 2", "46")) == ["A Lưới 2"]
    assert sorted(names(INDEX.communes("A Lưới", "46"))) == [f"A Lưới {number}" for number in range(1, 6)]


@pytest.mark.parametrize(
    ("text", "province", "name", "kind"),
    [
        ("Bến Nghé", "79", "Sài Gòn", "phuong"),
        ("ben nghe", "79", "Sài Gòn", "phuong"),
        ("P. Bến Nghé, Q.1, TP.HCM", "79", "Sài Gòn", "phuong"),
        ("thị trấn Long Thành", "75", "Long Thành", "thi_tran"),
        ("TT Thới Lai", "92", "Thới Lai", "thi_tran"),
        ("Tân Thạnh, Thới Lai", "92", "Trường Thành", "xa"),
    ],
)
def test_old_names_lead_to_the_commune_of_today(text: str, province: str, name: str, kind: str) -> None:
    (match,) = INDEX.communes(text, province)
    assert (match.unit.name, match.reason) == (name, "alias")
    assert match.via is not None
    assert match.via.kind == kind


def test_a_split_commune_gives_all_its_parts() -> None:
    assert found("xã Đại Áng", "01") == [("Ngọc Hồi", "alias"), ("Thường Tín", "alias")]


def test_old_districts_give_their_communes() -> None:
    assert set(names(INDEX.communes("quận 3", "79"))) == {"Xuân Hòa", "Nhiêu Lộc", "Bàn Cờ"}
    assert names(INDEX.communes("Tam Quan Bắc thị xã Hoài Nhơn", "52")) == ["Hoài Nhơn Bắc"]
    assert found("Q3", "79") == found("quan 03", "79") == found("quận 3", "79")
    thu_duc = INDEX.communes("TP Thủ Đức", "79")
    assert (len(thu_duc), thu_duc[0].unit.name) == (12, "Thủ Đức"), "the namesake comes first"
    assert found("Thủ Đức", "79") == [("Thủ Đức", "exact")]
    assert "Trảng Bàng" in names(INDEX.communes("huyện Trảng Bàng", "80")), "it was a thị xã at the end"


def test_a_numbered_old_phuong_needs_its_kind_and_may_name_its_district() -> None:
    everywhere = INDEX.communes("phường 4", "79")
    assert len(everywhere) > 5
    assert {match.via.name for match in everywhere if match.via} == {"4"}
    for text in ("phường 4, quận 3", "P4 Q3", "p.4 (Quận 3)", "phuong 4 quan 3"):
        assert names(INDEX.communes(text, "79")) == ["Xuân Hòa", "Bàn Cờ"]
    assert INDEX.communes("4", "79") == []
    assert INDEX.communes("phường 4, quận Bình Thạnh", "79") == [], "there was none: nothing is invented"


def test_a_kind_that_does_not_fit_also_shows_the_old_namesake() -> None:
    assert found("Long Bình", "92") == [("Long Bình", "exact")]
    assert found("phường Long Bình", "92") == [("Long Bình", "exact")]
    assert found("xã Long Bình", "92") == [("Long Bình", "exact"), ("Tân Long", "alias")]


def test_an_old_district_shows_the_old_namesake_beside_the_unit_of_today() -> None:
    assert found("phường Ngọc Hà, quận Ba Đình", "01") == [("Ngọc Hà", "exact"), ("Ba Đình", "alias")]


WORDS = {"xa": "xã", "phuong": "phường", "thi_tran": "thị trấn"}


def test_every_old_commune_is_found_by_its_name_and_district() -> None:
    parents = {unit.code: unit.parent for unit in COMMUNES}
    for alias in ALIASES:
        if alias.level == "commune" and alias.kind != "ten_goi":
            province, name = parents[alias.codes[0]], f"{WORDS[alias.kind]} {alias.name}"
            places = [name, f"{name}, {alias.within}", f"{alias.name}, {alias.within}"]
            for text in places[1 : 2 if alias.name.isdigit() else 3]:
                assert {match.unit.code for match in INDEX.communes(text, province)} >= set(alias.codes), text


def test_near_misses_are_few_and_ranked() -> None:
    assert found("Hoang Mia", "01")[0] == ("Hoàng Mai", "near")
    assert found("ben nge q1", "79") == [("Sài Gòn", "near")]
    assert found("van mieu", "01")[0] == ("Văn Miếu - Quốc Tử Giám", "near")
    assert [match.unit.name for match in INDEX.provinces("dong nay")] == ["Đồng Nai"]
    assert all(len(INDEX.communes(text, "38")) <= 5 for text in ("tha", "yen", "xuan h", "thanh"))


def test_near_misses_never_stand_beside_a_name_that_fits() -> None:
    for unit in COMMUNES[::20]:
        assert all(match.reason != "near" for match in INDEX.communes(unit.name, unit.parent))


@pytest.mark.parametrize(
    "text", ["", "zzzzzz", "079203001234", "00226", "4", "  ", "xã", "phường ", "🌻🌻🌻"]
)
def test_no_commune(text: str) -> None:
    assert INDEX.communes(text, "79") == []


def test_an_unknown_province_has_no_communes() -> None:
    assert INDEX.communes("Sóc Sơn", "99") == []


def test_units_that_are_not_given_are_not_found() -> None:
    only_hue = UnitIndex([unit for unit in UNITS if "46" in (unit.code, unit.parent)], ALIASES)
    assert names(only_hue.communes("A Lưới 2", "46")) == ["A Lưới 2"]
    assert only_hue.communes("Bến Nghé", "79") == []
    assert only_hue.provinces("Bình Dương") == []


@settings(max_examples=150)
@given(st.text(alphabet="pqxhtường 4,.('’-́ắđ\n", max_size=130) | st.text(max_size=40))
def test_any_text_is_read_without_error_and_each_unit_named_once(text: str) -> None:
    for matches in (INDEX.communes(text, "79"), INDEX.provinces(text)):
        assert len({match.unit.code for match in matches}) == len(matches)
