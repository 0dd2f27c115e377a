"""Why a number of a weekly roll-up is what it is: where it comes from, what is in it, what is not."""

from handlers.categories import label
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.days import day_on
from handlers.leading import unit_named
from handlers.messages import Button
from handlers.permissions import Access, Actor, sums_up
from handlers.turn import Turn
from handlers.weekly import asked, told, why
from handlers.weekly.asked import Asked, asking
from handlers.weekly.compose import figure_keys, sensitive
from handlers.weekly.why import Explanation
from locales.formats import number
from storage import week_reasons
from storage.records.rollup import Cell
from storage.rollups import Item
from storage.week_reasons import ReasonKey, WeekReasons

SEE = "see"
MOST = 15
"""Units named with their numbers."""


class WeeklyWhy(Conversation):
    """See the module. The argument names unit, week, figure and item: ``see:00235:261116:nhom:elderly``."""

    name = "weekly_why"
    access = Access.TOTALS
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """What stands behind the week."""
        key = _key(opening.actor, asked.read(opening.arg, (SEE,)), day_on(opening.now))
        if key:
            yield week_reasons.of_week.of(key)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """The figures to choose from, or one explained."""
        wanted = asked.read(arg, (SEE,))
        key = _key(turn.actor, wanted, day_on(turn.now))
        seen = turn.facts.get(week_reasons.of_week.of(key)) if key else None
        if not wanted.unit and len(asked.own_units(turn.actor)) > 1:
            asked.choose(turn, self.name, SEE)
            return None
        if key is None or seen is None:
            turn.say(turn.text("weekly-gone"), [[Button(turn.text("weekly-open"), action("weekly"))]])
            return None
        figure, item = [*wanted.rest, "", ""][:2]
        if figure and (figure, item) in _keys(seen):
            self._explain(turn, key, seen, (figure, item))
        else:
            self._choose(turn, key, seen)
        return None

    def _choose(self, turn: Turn, key: ReasonKey, seen: WeekReasons) -> None:
        period = seen.period
        buttons = [
            Button(
                told.called(turn.words, *one),
                asking(self.name, SEE, key[1], period, *(part for part in one if part)),
            )
            for one in _keys(seen)
        ]
        rows = [buttons[start : start + 2] for start in range(0, len(buttons), 2)]
        turn.say(turn.text("weekly-why-which"), [*rows, [self._back(turn, key, seen)]])

    def _explain(self, turn: Turn, key: ReasonKey, seen: WeekReasons, item: Item) -> None:
        found = why.explained(seen, *item)
        words = turn.words
        total = self._said(turn, found, found.total, found.total_cell)
        lines = [
            turn.text("weekly-why-head", figure=told.called(words, *item), total=total),
            turn.text(label("meaning", item[0])),
            told.week_named(words, seen.period),
        ]
        if not sensitive(item):
            lines += [
                turn.text(
                    f"weekly-why-{name.replace('_', '-')}", count=self._signed(turn, found, name, count)
                )
                for name, count in found.parts.items()
            ]
        lines += self._units(turn, key, seen, found)
        lines += self._others(turn, key, seen, found)
        another = Button(turn.text("weekly-why-another"), asking(self.name, SEE, key[1], seen.period))
        turn.say("\n".join(lines), [[another, self._back(turn, key, seen)]])

    def _units(self, turn: Turn, key: ReasonKey, seen: WeekReasons, found: Explanation) -> list[str]:
        """Each unit one level below with what it adds, largest first."""
        names = {one.team_id: one.name for one in seen.figures.teams}
        shown = list(found.units.items())[:MOST]
        rest = sum(count for _, count in list(found.units.items())[MOST:])
        lines = [turn.text("weekly-why-units", count=len(found.units))] if shown else []
        for place, count in shown:
            said = self._said(turn, found, count, found.cells.get(place, Cell.SHOWN))
            lines.append(f"· {names.get(place) or unit_named(turn, place) or place}: {said}")
        if rest and not found.cells:
            more = len(found.units) - MOST
            lines.append(turn.text("weekly-why-rest", count=more, total=self._said(turn, found, rest)))
        if found.repeated and not found.cells:
            lines.append(turn.text("weekly-why-repeated", count=self._said(turn, found, found.repeated)))
        return lines

    def _others(self, turn: Turn, key: ReasonKey, seen: WeekReasons, found: Explanation) -> list[str]:
        """Who was expected, and what is not in the number."""
        lines = [
            turn.text(
                "weekly-why-expected",
                reported=found.reported,
                expected=found.expected,
                silent=len(found.silent),
                level=seen.figures.level,
            )
        ]
        if found.corrected:
            lines.append(turn.text("weekly-why-corrected", count=found.corrected))
        lines += [
            turn.text(f"weekly-why-{name.replace('_', '-')}", count=count)
            for name, count in found.excluded.items()
        ]
        return lines

    def _said(self, turn: Turn, found: Explanation, count: int, cell: Cell = Cell.SHOWN) -> str:
        if cell is not Cell.SHOWN:
            return turn.text(told.CELLS[cell])
        return number(count if found.per == 1 else count / found.per, turn.words.language)

    def _signed(self, turn: Turn, found: Explanation, name: str, count: int) -> str:
        if name == "leader":
            return told.signed(turn.words, count, found.per)
        return self._said(turn, found, count)

    def _back(self, turn: Turn, key: ReasonKey, seen: WeekReasons) -> Button:
        own = key[1] in asked.own_units(turn.actor)
        if own:
            return Button(turn.text("weekly-open"), asking("weekly", SEE, key[1], seen.period))
        return Button(turn.text("weekly-units-all"), action("weekly_units"))


def _keys(seen: WeekReasons) -> list[Item]:
    return figure_keys(seen.figures.values, level=seen.figures.level)


def _key(actor: Actor, wanted: Asked, today_on: str) -> ReasonKey | None:
    """The week that is meant; a province is a tenant of its own."""
    unit = wanted.unit or asked.unit_of(actor, "")
    tenant = unit if actor.central else actor.tenant
    return (tenant, unit, wanted.since_on, today_on) if unit and sums_up(actor, tenant, unit) else None
