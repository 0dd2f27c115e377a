"""A roll-up's figures and parts in the words of a document, alike on paper and in a workbook."""

from collections.abc import Iterator, Sequence
from datetime import date

from handlers.categories import label
from locales import Words
from locales.formats import number, short_day
from storage.figures import MATTERS
from storage.records.rollup import Cell, Coverage, Document, Figure, PickedModel, Trouble


def period(document: Document) -> dict[str, str]:
    """First and last day, as they are written."""
    first, last = date.fromisoformat(document.since_on), date.fromisoformat(document.until_on)
    return {"since": first.strftime("%d/%m/%Y"), "until": last.strftime("%d/%m/%Y")}


def heading(words: Words, one: Figure) -> str:
    """What stands above the categories, or the groups, of a figure."""
    return words("export-by-matter" if one.key == MATTERS else "export-by-group")


def named(words: Words, one: Figure) -> str:
    """The name of a figure; categories and groups stand in."""
    if not one.item:
        return words(label("figure", one.key))
    family = "help" if one.key == MATTERS else "group"
    return f"   – {words(label(family, one.item))}"


def shown(words: Words, one: Figure) -> float | int | str | None:
    """The number itself; what may not be shown in words."""
    return words(f"weekly-cell-{one.cell}") if one.cell is not Cell.SHOWN else one.number


def earlier(one: Figure) -> float | int | None:
    """The number of the week before."""
    if one.before is None:
        return None
    return one.before if one.per == 1 else one.before / one.per


def change(one: Figure) -> float | int | None:
    """How much more or less than in the week before; None where either is not known."""
    if one.value is None or one.before is None:
        return None
    by = one.value - one.before
    return by if one.per == 1 else by / one.per


def adjusted(words: Words, one: Figure) -> str:
    """What changed in earlier weeks after they were sent."""
    return "; ".join(
        words(
            "export-adjustment",
            since=short_day(date.fromisoformat(each.since_on)),
            until=short_day(date.fromisoformat(each.until_on)),
            by=signed(words, each.by if one.per == 1 else each.by / one.per),
        )
        for each in one.adjustments
    )


def meaning(words: Words, one: Figure) -> str:
    """What is counted."""
    return words(one.definition) if words.has(one.definition) else ""


def marks(words: Words, one: Figure) -> str:
    """How many reports behind a number say "about", and how much of it was put in from above."""
    said = []
    if one.approx:
        said.append(words("export-approx", count=one.approx))
    if one.on_behalf:
        behalf = number(one.on_behalf / one.per, words.language)
        said.append(words("export-of-which-behalf", count=behalf))
    return " ".join(said)


def signed(words: Words, by: float) -> str:
    """+3, −2, 0."""
    if not by:
        return "0"
    return f"{'+' if by > 0 else '−'}{number(abs(by), words.language)}"


def parts(words: Words, document: Document) -> Iterator[tuple[str, list[str]]]:
    """The parts after the figures, each with its title and lines."""
    nothing = [words("export-none")]
    yield words("export-part-news"), list(document.news) or nothing
    yield words("export-part-models"), [_model(words, one) for one in document.models] or nothing
    yield words("export-part-troubles"), [trouble(words, one) for one in document.troubles] or nothing
    yield words("export-part-proposals"), list(document.proposals) or nothing
    yield words("export-part-coverage"), coverage(words, document.coverage)


def _model(words: Words, one: PickedModel) -> str:
    return words(
        "export-model",
        name=one.name,
        unit=one.unit,
        what=one.what,
        result=one.result or "none",
        tried=one.tried,
    )


def trouble(words: Words, one: Trouble) -> str:
    """One kind of difficulty in a sentence."""
    return words(
        "export-trouble",
        what=words(label("difficulty", one.code)),
        cases=one.cases,
        communes=one.communes,
        days=one.days,
        stopped=one.stopped,
        solved=one.solved,
        solvers=solvers(words, one.solvers) or "none",
    )


def solvers(words: Words, codes: Sequence[str]) -> str:
    """Who can solve it: levels, or the police."""
    return ", ".join(words(f"export-solver-{code}") for code in codes)


def coverage(words: Words, one: Coverage) -> list[str]:
    """Who reported, and the units of which nothing came."""
    lines = [words("export-covered", reported=one.reported, expected=one.expected)]
    if one.silent:
        names = ", ".join(each.name for each in one.silent)
        lines.append(words("export-silent", count=len(one.silent), names=names))
    return lines
