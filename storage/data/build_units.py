"""Makes ``units.csv`` and ``unit_aliases.csv`` anew: ``python storage/data/build_units.py FOLDER``.

FOLDER is ``vietnamadminunits/data`` of the package vietnamadminunits 1.0.4 (MIT, see the notice beside).
Two pages kept by hand are laid over it: ``unit_changes.csv`` for what changed since that edition, and
``unit_nicknames.csv`` for names still said that the package lacks. The program never needs the package.
"""

import csv
import json
import re
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
TWO_TIERS_FROM = "2025-07-01"
UNIT_COLUMNS = ("code", "level", "name", "kind", "parent", "valid_from", "valid_to")
ALIAS_COLUMNS = ("level", "kind", "name", "within", "province", "codes")
NEW_COLUMNS = ("province", "ward", "provinceCode", "wardCode", "provinceKey", "wardKey")
OLD_COLUMNS = (
    "province",
    "district",
    "ward",
    "provinceCode",
    "districtCode",
    "provinceKey",
    "districtKey",
    "wardKey",
)
LEVELS = ("province", "commune", "district")
KINDS = {
    "tỉnh": "tinh",
    "thành phố": "thanh_pho",
    "quận": "quan",
    "huyện": "huyen",
    "thị xã": "thi_xa",
    "thị trấn": "thi_tran",
    "phường": "phuong",
    "đặc khu": "dac_khu",
    "xã": "xa",
}

Row = dict[str, str]


class Link(NamedTuple):
    """One old commune and one commune of today that took over all or part of it."""

    old: str
    code: str


def kind_and_name(full: str) -> tuple[str, str]:
    """``Thị Xã Mường Lay`` → ``("thi_xa", "Mường Lay")``; the package's own type column errs for a few."""
    for words, kind in KINDS.items():
        if full.lower().startswith(f"{words} "):
            name = full[len(words) + 1 :]
            return kind, re.sub(r"(?:^|(?<=[ -]))\w", lambda letter: letter.group().upper(), name)
    raise ValueError(f"{full!r} starts with no known kind of unit; add the kind to KINDS")


def one_spelling(full: str) -> str:
    """``Thị Trấn Óc Eo`` → ``Thị trấn Óc Eo``."""
    kind, name = kind_and_name(full)
    words = next(words for words, known in KINDS.items() if known == kind)
    return f"{words.capitalize()} {name}"


def read_table(folder: Path, table: str, columns: tuple[str, ...]) -> list[Row]:
    """All rows of one table of the package's SQLite file; what is missing is empty."""
    wanted = ", ".join(f"coalesce({column}, '')" for column in columns)
    with closing(sqlite3.connect(folder / "dataset.db")) as database:
        rows = database.execute(f"select {wanted} from {table}")
        return [dict(zip(columns, row, strict=True)) for row in rows]


def read_links(folder: Path, today: Iterable[Row]) -> Iterator[Link]:
    """From old communes to those of today, whole and split alike."""
    codes = {(row["provinceKey"], row["wardKey"]): row["wardCode"] for row in today}
    converter = json.loads((folder / "converter_2025.json").read_text(encoding="utf-8"))
    for province, communes in converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for commune, olds in communes.items():
            yield from (Link(old, codes[province, commune]) for old in olds)
    for province, olds in converter["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, communes in olds.items():
            yield from (Link(old, codes[province, commune["newWardKey"]]) for commune in communes)


def without_mix_ups(links: list[Link], olds: dict[str, Row]) -> Iterator[Link]:
    """Drops the parts that an old commune got from another one of the same name.

    The package told the communes of one merged province apart by name alone: Tân Thạnh near Cần Thơ and
    Tân Thạnh near Sóc Trăng each received the other's successor, 75 km away. A part goes when it lies
    where the namesake lies and not where the commune itself lies.
    """
    parts = defaultdict(set)
    for link in links:
        parts[link.code].add(link.old)

    def namesakes(link: Link) -> list[Row]:
        name = olds[link.old]["ward"]
        return [olds[old] for old in parts[link.code] if old != link.old and olds[old]["ward"] == name]

    doubtful = {link.old for link in links if namesakes(link)}
    for link in links:
        neighbours = [olds[old] for old in parts[link.code] if old not in doubtful]
        if not any(lies_there(rival, olds[link.old], neighbours) for rival in namesakes(link)):
            yield link


def lies_there(rival: Row, own: Row, neighbours: list[Row]) -> bool:
    """Whether ``neighbours`` are from the area of ``rival`` and not from that of ``own``."""
    area = "provinceCode" if rival["provinceCode"] != own["provinceCode"] else "districtCode"
    around = {neighbour[area] for neighbour in neighbours}
    return rival[area] in around and own[area] not in around


def unit_rows(today: Iterable[Row], changes: dict[str, Row]) -> Iterator[Row]:
    """One row a unit: its present name and kind, and since when it has had both."""
    found = {row["provinceCode"]: ("province", row["province"], "") for row in today}
    found |= {row["wardCode"]: ("commune", row["ward"], row["provinceCode"]) for row in today}
    for code, (level, full, parent) in sorted(found.items(), key=lambda item: (len(item[0]), item[0])):
        kind, name = kind_and_name(full)
        change = changes.get(code, {"kind": kind, "valid_from": TWO_TIERS_FROM})
        yield {"code": code, "level": level, "name": name, "parent": parent, "valid_to": "", **change}


def alias_rows(links: Iterable[Link], olds: dict[str, Row], today: Iterable[Row]) -> Iterator[Row]:
    """One row an old unit with the codes it leads to; provinces only where the name went."""
    provinces = {row["wardCode"]: row["provinceCode"] for row in today}
    kept = {kind_and_name(row["province"])[1] for row in today}
    codes = defaultdict(set)
    for link in links:
        old = olds[link.old]
        province = kind_and_name(old["province"])[1]
        codes["district", old["district"], "", province].add(link.code)
        if province not in kept:
            codes["province", old["province"], "", ""].add(provinces[link.code])
        if old["ward"]:  # five island districts had no communes
            codes["commune", old["ward"], one_spelling(old["district"]), province].add(link.code)
    for (level, full, within, province), found in codes.items():
        kind, name = kind_and_name(full)
        joined = " ".join(sorted(found))
        yield dict(zip(ALIAS_COLUMNS, (level, kind, name, within, province, joined), strict=True))


def alias_order(row: Row) -> tuple[int, str, str, str, str]:
    """Old provinces, communes, then districts, so that a rebuilt file shows only what changed."""
    return LEVELS.index(row["level"]), row["codes"], row["name"], row["kind"], row["within"]


def read_page(name: str) -> list[Row]:
    """One of the pages kept by hand."""
    with (HERE / name).open(encoding="utf-8", newline="") as page:
        return list(csv.DictReader(page))


def write_page(name: str, columns: tuple[str, ...], rows: Iterable[Row]) -> None:
    """Writes ``rows`` beside this file."""
    with (HERE / name).open("w", encoding="utf-8", newline="") as page:
        writer = csv.DictWriter(page, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def build(folder: Path) -> None:
    """Writes both files from the package's data in ``folder``."""
    today = read_table(folder, "admin_units", NEW_COLUMNS)
    former = read_table(folder, "admin_units_legacy", OLD_COLUMNS)
    olds = {f"{old['provinceKey']}_{old['districtKey']}_{old['wardKey']}": old for old in former}
    links = list(without_mix_ups(list(read_links(folder, today)), olds))
    changes = {change["code"]: change for change in read_page("unit_changes.csv")}
    aliases = [*alias_rows(links, olds, today), *read_page("unit_nicknames.csv")]
    write_page("units.csv", UNIT_COLUMNS, unit_rows(today, changes))
    write_page("unit_aliases.csv", ALIAS_COLUMNS, sorted(aliases, key=alias_order))


if __name__ == "__main__":
    build(Path(sys.argv[1]))
