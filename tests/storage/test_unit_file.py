"""The shipped units against what the decrees say: how many, of which kind, with which codes."""

from collections import Counter

import pytest

from storage.records.unit import Unit, UnitAlias
from storage.unit_file import read_aliases, read_units

UNITS = {unit.code: unit for unit in read_units()}
COMMUNES = [unit for unit in UNITS.values() if unit.level == "commune"]
PROVINCES = [unit for unit in UNITS.values() if unit.level == "province"]
ALIASES = list(read_aliases())

COMMUNES_IN = {
    "01": ("Hà Nội", 126),
    "04": ("Cao Bằng", 56),
    "08": ("Tuyên Quang", 124),
    "11": ("Điện Biên", 45),
    "12": ("Lai Châu", 38),
    "14": ("Sơn La", 75),
    "15": ("Lào Cai", 99),
    "19": ("Thái Nguyên", 92),
    "20": ("Lạng Sơn", 65),
    "22": ("Quảng Ninh", 54),
    "24": ("Bắc Ninh", 99),
    "25": ("Phú Thọ", 148),
    "31": ("Hải Phòng", 114),
    "33": ("Hưng Yên", 104),
    "37": ("Ninh Bình", 129),
    "38": ("Thanh Hóa", 166),
    "40": ("Nghệ An", 130),
    "42": ("Hà Tĩnh", 69),
    "44": ("Quảng Trị", 78),
    "46": ("Huế", 40),
    "48": ("Đà Nẵng", 94),
    "51": ("Quảng Ngãi", 96),
    "52": ("Gia Lai", 135),
    "56": ("Khánh Hòa", 65),
    "66": ("Đắk Lắk", 102),
    "68": ("Lâm Đồng", 124),
    "75": ("Đồng Nai", 95),
    "79": ("Hồ Chí Minh", 168),
    "80": ("Tây Ninh", 96),
    "82": ("Đồng Tháp", 102),
    "86": ("Vĩnh Long", 124),
    "91": ("An Giang", 102),
    "92": ("Cần Thơ", 103),
    "96": ("Cà Mau", 64),
}
EASILY_WRONG = {
    "00226": "Văn Miếu - Quốc Tử Giám",
    "00331": "Hoàng Mai",
    "01537": "Lý Quốc",
    "01558": "Hạ Lang",
    "01561": "Vinh Quý",
    "13285": "Phủ Lý",
    "13291": "Phù Vân",
    "13318": "Châu Sơn",
    "31207": "Thốt Nốt",
    "06970": "Ba Chẽ",
}
BECAME_PHUONG = {
    "25270": "Lộc Ninh",
    "25357": "Tân Khai",
    "25363": "Đồng Phú",
    "26116": "Tân Phú",
    "26170": "Trị An",
    "26248": "Trảng Bom",
    "26326": "Dầu Giây",
    "26368": "Long Thành",
    "26425": "Xuân Lộc",
    "26485": "Nhơn Trạch",
}


def old_commune(name: str, within: str) -> UnitAlias:
    return next(a for a in ALIASES if a.level == "commune" and (a.name, a.within) == (name, within))


def test_how_many_units_there_are() -> None:
    assert (len(PROVINCES), len(COMMUNES)) == (34, 3321)
    assert Counter(unit.kind for unit in PROVINCES) == {"tinh": 27, "thanh_pho": 7}
    assert Counter(unit.kind for unit in COMMUNES) == {"xa": 2611, "phuong": 697, "dac_khu": 13}


def test_every_province_has_its_communes() -> None:
    counts = Counter(unit.parent for unit in COMMUNES)
    assert {unit.code: (unit.name, counts[unit.code]) for unit in PROVINCES} == COMMUNES_IN


def test_codes_and_names_are_well_formed() -> None:
    assert len(list(read_units())) == len(UNITS), "a code stands for one unit"
    assert all(len(unit.code) == 2 and unit.code.isdigit() and not unit.parent for unit in PROVINCES)
    assert all(len(unit.code) == 5 and unit.code.isdigit() for unit in COMMUNES)
    assert len({(unit.parent, unit.name) for unit in COMMUNES}) == len(COMMUNES)
    assert all(unit.name == " ".join(unit.name.split()) for unit in UNITS.values())


@pytest.mark.parametrize(("code", "name"), EASILY_WRONG.items())
def test_codes_that_other_lists_have_wrong(code: str, name: str) -> None:
    assert UNITS[code].name == name


@pytest.mark.parametrize(
    ("code", "kind"), [("31213", "phuong"), ("10543", "phuong"), ("31299", "xa"), ("11848", "xa")]
)
def test_kinds_that_the_source_has_wrong(code: str, kind: str) -> None:
    assert UNITS[code].kind == kind


def test_dong_nai_since_april_2026() -> None:
    changed = {unit.code: unit for unit in UNITS.values() if unit.valid_from_on.isoformat() == "2026-04-30"}
    dong_nai = changed.pop("75")
    assert (dong_nai.name, dong_nai.kind) == ("Đồng Nai", "thanh_pho")
    assert {code: unit.name for code, unit in changed.items()} == BECAME_PHUONG
    assert {(unit.kind, unit.parent) for unit in changed.values()} == {("phuong", "75")}


def test_all_other_units_stand_since_the_two_tiers() -> None:
    days = Counter(unit.valid_from_on.isoformat() for unit in UNITS.values())
    assert days == {"2025-07-01": 3344, "2026-04-30": 11}
    assert all(unit.valid_to_on is None for unit in UNITS.values())


def test_every_old_unit_leads_to_units_of_today() -> None:
    said = Counter(alias.level for alias in ALIASES if alias.kind != "ten_goi")
    assert said == {"commune": 10035, "district": 698, "province": 30}
    assert all(alias.codes and set(alias.codes) <= UNITS.keys() for alias in ALIASES)
    assert sum(alias.split for alias in ALIASES if alias.level == "commune") == 442


def test_every_commune_came_from_somewhere() -> None:
    reached = {code for alias in ALIASES if alias.level == "district" for code in alias.codes}
    assert reached == {unit.code for unit in COMMUNES}


def test_an_old_name_stays_in_one_province() -> None:
    local = [alias for alias in ALIASES if alias.level != "province"]
    assert all(len({UNITS[code].parent for code in alias.codes}) == 1 for alias in local)


@pytest.mark.parametrize(
    ("name", "within", "code"),
    [
        ("Tân Thạnh", "Huyện Thới Lai", "31288"),
        ("Tân Thạnh", "Huyện Long Phú", "31666"),
        ("4", "Thành phố Tân An", "27694"),
        ("4", "Thành phố Tây Ninh", "25459"),
        ("3", "Thành phố Sa Đéc", "29905"),
        ("Hồng Phong", "Huyện Bình Gia", "06079"),
    ],
)
def test_old_namesakes_do_not_inherit_from_each_other(name: str, within: str, code: str) -> None:
    assert old_commune(name, within).codes == (code,)


def test_a_truly_split_commune_keeps_all_its_parts() -> None:
    assert old_commune("Hòa Bình", "Huyện Kim Thành").codes == ("10804", "10843")
    assert old_commune("Đại Áng", "Huyện Thanh Trì").split


def test_a_unit_gives_its_columns() -> None:
    assert UNITS["26368"].model_dump() == {
        "code": "26368",
        "level": "commune",
        "name": "Long Thành",
        "kind": "phuong",
        "parent": "75",
        "valid_from_on": "2026-04-30",
        "valid_to_on": None,
    }
    assert Unit.model_validate(UNITS["26368"].model_dump()) == UNITS["26368"]
