"""Every wording of the shorthand's data files does what its place in the file says."""

from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml

from handlers.categories import DIFFICULTIES, GROUPS, HELP
from handlers.shorthand import parse
from handlers.shorthand.lexicon import lexicon
from handlers.shorthand.words import tokens

DATA = Path(__file__).parents[2] / "handlers" / "data"
TODAY = date(2025, 7, 9)  # a Wednesday


def _table(name: str) -> Any:
    return yaml.safe_load((DATA / f"shorthand_{name}.yaml").read_text("utf-8"))


def _bare(wording: str) -> str:
    return wording[1:].upper() if wording.startswith("^") else wording.removeprefix("=")


WORDS, DAYS, NUMBERS, TALK = _table("words"), _table("days"), _table("numbers"), _table("not_a_report")
_STUCK = _table("difficulties")


def _wordings(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(code, _bare(wording)) for code, wordings in table.items() for wording in wordings]


def _stuck() -> Iterator[tuple[str, str]]:
    for code, parts in _STUCK.items():
        if code != "adverbs":
            yield from ((code, _bare(said)) for said in parts["said"])
            yield from ((code, f"kk: {said}") for said in parts["after_marker"])
            for thing, fault in product(parts.get("things", ()), parts.get("faults", ())):
                yield code, f"{_bare(thing)} {fault}"


def test_codes_are_the_products_own() -> None:
    assert tuple(_table("categories")) == HELP
    assert tuple(code for code in _STUCK if code != "adverbs") == DIFFICULTIES
    assert set(_table("groups")) == set(GROUPS) - {"business"}  # businesses are a figure


@pytest.mark.parametrize(("code", "wording"), _wordings(_table("categories")))
def test_categories(code: str, wording: str) -> None:
    assert parse(f"hôm nay 3 {wording}, 15 lượt", TODAY).lines == {code: 3}
    assert parse(f"{wording}: 3, 15 lượt", TODAY).lines == {code: 3}


@pytest.mark.parametrize(("code", "wording"), _wordings(_table("groups")))
def test_groups(code: str, wording: str) -> None:
    assert parse(f"15 lượt, 3 {wording}", TODAY).groups == {code: 3}


@pytest.mark.parametrize(
    ("code", "wording"),
    [(code, said) for code, parts in _table("figures").items() for part in parts.values() for said in part],
)
def test_figures(code: str, wording: str) -> None:
    draft = parse(f"15 lượt, 3 {wording}", TODAY)
    assert (draft.figures, draft.visits, draft.lines) == ({code: 3}, 15, {})


@pytest.mark.parametrize(("code", "wording"), list(_stuck()))
def test_difficulties(code: str, wording: str) -> None:
    assert parse(f"15 lượt, {wording}", TODAY).difficulties == [code]


def _day_words() -> Iterator[tuple[str, object]]:
    yield from ((word, "today") for word in DAYS["today"])
    yield from ((word, "yesterday") for word in DAYS["yesterday"])
    yield from ((word, date(2025, 7, 7)) for word in DAYS["day_before"])
    yield from ((f"{word} 5:", date(2025, 7, 5)) for word in DAYS["day_of_month"])
    yield from ((f"thứ 6 {word}", date(2025, 7, 4)) for word in DAYS["last_week"] + DAYS["just_past"])
    for weekday, words in DAYS["weekdays"].items():
        day = next(date(2025, 7, at) for at in range(3, 10) if date(2025, 7, at).weekday() == weekday)
        yield from ((word, day) for word in words)


@pytest.mark.parametrize(("said", "day"), list(_day_words()))
def test_days(said: str, day: object) -> None:
    draft = parse(f"{said} 5 vneid", TODAY)
    assert (draft.day, draft.lines) == (day, {"vneid": 5})


def _same_as_yesterday() -> Iterator[str]:
    table = DAYS["same_as_yesterday"]
    yield from table["said"]
    yield from (f"{like} {day}" for like, day in product(table["like"], table["days"]))


@pytest.mark.parametrize("said", list(_same_as_yesterday()))
def test_same_as_yesterday(said: str) -> None:
    draft = parse(said, TODAY)
    assert (draft.same_as_yesterday, draft.day, draft.lines) == (True, None, {})


def test_nobody() -> None:
    table = WORDS["nobody"]
    lines = [f"{no} {whom}" for no, whom in product(table["negations"], table["whom"])] + table["said"]
    assert [line for line in lines if not parse(line, TODAY).nobody] == []
    busy = [f"không có ai {word}" for word in table["unless"]]
    assert [line for line in busy if parse(line, TODAY).is_report] == []


@pytest.mark.parametrize("word", NUMBERS["about"])
def test_about(word: str) -> None:
    draft = parse(f"{_bare(word)} 20 lượt", TODAY)
    assert (draft.visits, draft.approx, draft.asks) == (20, True, ("approx",))


@pytest.mark.parametrize("word", NUMBERS["about_after"])
def test_about_behind(word: str) -> None:
    draft = parse(f"20{'' if word == '+' else ' '}{word} người", TODAY)
    assert (draft.visits, draft.approx) == (20, True)


@pytest.mark.parametrize("word", NUMBERS["uncounted"])
def test_numbers_nobody_counted(word: str) -> None:
    draft = parse(f"{word} người", TODAY)
    assert (draft.is_report, draft.visits, draft.approx) == (True, None, True)
    assert "count" in draft.asks


@pytest.mark.parametrize(
    "unit", [unit for kind in ("visit", "person", "case") for unit in WORDS["units"][kind]]
)
def test_units_that_make_visits(unit: str) -> None:
    assert parse(f"hôm nay 20 {_bare(unit)}", TODAY).visits == 20


@pytest.mark.parametrize("unit", WORDS["units"]["weak"])
def test_units_that_only_carry_a_number(unit: str) -> None:
    draft = parse(f"5 {_bare(unit)} vneid", TODAY)
    assert (draft.lines, draft.visits) == ({"vneid": 5}, None)
    assert not parse(f"5 {_bare(unit)}", TODAY).is_report


@pytest.mark.parametrize("measure", WORDS["measures"])
def test_other_measures_are_no_report(measure: str) -> None:
    assert not parse(f"vneid 5 {measure}", TODAY).is_report


@pytest.mark.parametrize("word", WORDS["ordinals"])
def test_numbers_in_an_order_are_no_report(word: str) -> None:
    assert not parse(f"vneid {word} 5", TODAY).is_report


@pytest.mark.parametrize(
    ("line", "lines"),
    [(f"{word} 20, 5 vneid", {"vneid": 5}) for word in WORDS["total"]]
    + [(f"8 vneid {word} 3 mức 2", {"vneid": 8}) for word in WORDS["subset"]]
    + [(f"5 vneid, {word}", {"vneid": 5}) for word in WORDS["no_difficulty"]]
    + [(f"5 vneid {word} 7 vneid", {"vneid": 7}) for word in WORDS["correction"]]
    + [(f"7 vneid {word} 5", {"vneid": 7}) for word in WORDS["denial"]]
    + [(f"{word} 7 vneid", {"vneid": 7}) for word in WORDS["doing"] + WORDS["fillers"]]
    + [(f"5 vneid {word} 2 dvc", {"vneid": 5, "online_service": 2}) for word in WORDS["separators"]]
    + [(f"{word} 7 vneid", {"vneid": 7}) for word in TALK["innocent"]],
)  # fmt: skip
def test_words_around_the_figures(line: str, lines: dict[str, int]) -> None:
    draft = parse(line, TODAY)
    assert (draft.is_report, draft.lines, draft.difficulties) == (True, lines, [])


@pytest.mark.parametrize("word", WORDS["addition"])
def test_additions(word: str) -> None:
    assert parse(f"{word} 7 vneid", TODAY).change == "add"


@pytest.mark.parametrize("word", WORDS["reduction"])
def test_reductions(word: str) -> None:
    assert parse(f"{word} 1 vneid", TODAY).change == "less"


@pytest.mark.parametrize("word", WORDS["difficulty_marker"])
def test_difficulty_markers(word: str) -> None:
    assert parse(f"5 vneid, {word} mạng", TODAY).difficulties == ["network"]


@pytest.mark.parametrize(
    ("kind", "word"), [pair for pair in _wordings(TALK) if pair[0] not in ("innocent", "unfinished")]
)
def test_questions_plans_and_wishes(kind: str, word: str) -> None:
    assert not parse(f"5 vneid {word}", TODAY).is_report


@pytest.mark.parametrize("word", TALK["unfinished"])
def test_dossiers_that_went_nowhere(word: str) -> None:
    assert parse(f"5 vneid, 3 hồ sơ {word}", TODAY).figures == {}


@pytest.mark.parametrize(("code", "wording"), _wordings(_table("places")))
def test_places(code: str, wording: str) -> None:
    assert parse(f"{wording} 12 lượt", TODAY).mode == code
    assert parse(f"5 vneid tại {wording}", TODAY).mode == code


@pytest.mark.parametrize(
    ("shift", "said"), [(code, word) for code, words in DAYS["shifts"].items() for word in words]
)
def test_shifts(shift: str, said: str) -> None:
    draft = parse(f"{_bare(said)} 12 lượt", TODAY)
    assert (draft.shift, draft.visits) == (shift, 12)


@pytest.mark.parametrize("word", DAYS["days_ago"])
def test_days_ago(word: str) -> None:
    assert parse(f"2 {word} 5 vneid", TODAY).day == date(2025, 7, 7)


@pytest.mark.parametrize("word", WORDS["after_zero"])
def test_a_zero_that_says_no(word: str) -> None:
    assert tokens(f"0 {word}")[0].word == "khong"


@pytest.mark.parametrize("word", WORDS["particles"])
def test_particles(word: str) -> None:
    draft = parse(f"cỡ 20 người {word}", TODAY)
    assert (draft.visits, draft.difficulties) == (20, [])


@pytest.mark.parametrize("word", WORDS["helping"])
def test_a_number_alone_behind_a_helping_word(word: str) -> None:
    assert parse(f"{word} 30, lấy số 12", TODAY).visits == 30


def _lacks() -> Iterator[tuple[str, str]]:
    for code, parts in _STUCK.items():
        if "lacks" in parts:
            yield from ((code, f"{lack} cái {parts['things'][0]}") for lack in parts["lacks"])


@pytest.mark.parametrize(("code", "wording"), list(_lacks()))
def test_what_is_lacking(code: str, wording: str) -> None:
    assert code in parse(f"15 lượt, {wording}", TODAY).difficulties


@pytest.mark.parametrize(
    ("typed", "kept"), [(typed, kept) for kept, row in WORDS["short_forms"].items() for typed in row]
)
def test_short_forms(typed: str, kept: str) -> None:
    assert " " not in kept
    row = list(lexicon().kept(typed.split()))
    assert [word for word, _ in row] == [kept] or not typed.isascii()


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1.234", 1234), ("1k2", 1200), ("1,5k", 1500), ("2 chục", 20), ("hai chục", 20), ("chục rưỡi", 15),
        ("trăm", 100), ("trăm rưỡi", 150), ("1 trăm 2", 120), ("hai trăm", 200), ("1 nghìn 2", 1200),
        ("mười lăm", 15), ("hai mươi", 20), ("hai mươi mốt", 21), ("hăm lăm", 25), ("ba mươi tư", 34),
        ("một trăm hai mươi lăm", 125), ("một trăm lẻ năm", 105), ("05", 5), ("muoi lam", 15),
        ("hai muoi", 20),
    ],
)  # fmt: skip
def test_numbers(typed: str, number: int) -> None:
    assert parse(f"{typed} {'luot' if typed.isascii() else 'lượt'}", TODAY).visits == number
