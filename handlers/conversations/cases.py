"""What is stuck in one's own subtree: open cases by group, the oldest first, and what was answered lately."""

from collections.abc import Sequence
from datetime import timedelta

from handlers import case_words
from handlers.case_kinds import GROUPS, group_of
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.leading import unit_named
from handlers.messages import Button
from handlers.permissions import Access, Actor, level_over
from handlers.turn import Turn
from storage import cases
from storage.cases import Scope
from storage.records.case import CaseCard

PAGE = 8
"""Cases shown at once."""
SOLVED = "solved"
"""The argument that shows what was answered in the last days."""
LATELY = timedelta(days=7)


class Cases(Conversation):
    """See the module. A leader sees what the own teams met, a coordinator the own subtree."""

    name = "cases"
    access = Access.LEADER
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """Open cases, and those solved lately, of every unit and team this person answers for."""
        yield from map(cases.under.of, _scopes(opening))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Counts by group; few cases, one group, or the answered ones in a list (``group:page``)."""
        group, _, page = arg.partition(":")
        mine = self._mine(turn)
        waiting = [one for one in mine if one.open]
        if group == SOLVED:
            self._list(turn, [one for one in mine if not one.open], SOLVED, page)
        elif group in GROUPS:
            self._list(turn, [one for one in waiting if group_of(one.code) == group], group, page)
        elif len(waiting) <= PAGE:
            self._all(turn, waiting, solved=len(mine) - len(waiting))
        else:
            self._groups(turn, waiting, solved=len(mine) - len(waiting))
        return None

    def _mine(self, turn: Turn) -> list[CaseCard]:
        """Each case once, what stops people first, then the oldest."""
        opening = Opening(turn.actor, turn.inbound, "", turn.now)
        every = [one for scope in _scopes(opening) for one in turn.facts.get(cases.under.of(scope)) or []]
        mine = {one.id: one for one in every if level_over(turn.actor, one, one.teams)}
        return sorted(mine.values(), key=lambda one: (not one.stopped, one.created_at, one.id))

    def _all(self, turn: Turn, waiting: Sequence[CaseCard], solved: int) -> None:
        """So few that all are told, under the heads of their groups."""
        lines, shown = [self._head(turn, waiting)], list[CaseCard]()
        for group in GROUPS:
            of_group = [one for one in waiting if group_of(one.code) == group]
            if of_group:
                lines.append(turn.text(f"case-group-{group}"))
                lines += [f"· {self._line(turn, one)}" for one in of_group]
                shown += of_group
        turn.say("\n".join(lines), [*self._doors(turn, shown), self._last(turn, solved)])

    def _groups(self, turn: Turn, waiting: Sequence[CaseCard], solved: int) -> None:
        lines, buttons = [self._head(turn, waiting)], list[list[Button]]()
        for group in GROUPS:
            of_group = [one for one in waiting if group_of(one.code) == group]
            if of_group:
                named = turn.text(f"case-group-{group}")
                oldest = min(one.created_at for one in of_group)
                lines.append(
                    turn.text(
                        "cases-group",
                        group=named,
                        count=len(of_group),
                        communes=len({one.unit_code for one in of_group}),
                        stopped=sum(one.stopped for one in of_group),
                        age=case_words.age(turn.words, oldest, turn.now),
                    )
                )
                buttons.append([Button(f"{named} ({len(of_group)})", action(self.name, group))])
        turn.say("\n".join(lines), [*buttons, self._last(turn, solved)])

    def _list(self, turn: Turn, found: Sequence[CaseCard], group: str, page: str) -> None:
        start = int(page) * PAGE if page.isdecimal() and len(page) < 4 else 0
        shown = found[start : start + PAGE]
        named = turn.text("cases-solved-head" if group == SOLVED else f"case-group-{group}")
        lines = [turn.text("cases-list", group=named, count=len(found))]
        lines += [f"· {self._line(turn, one)}" for one in shown]
        last = [Button(turn.text("cases-back"), action(self.name))]
        if start + PAGE < len(found):
            more = action(self.name, f"{group}:{start // PAGE + 1}")
            last.insert(0, Button(turn.text("cases-more"), more))
        turn.say("\n".join(lines), [*self._doors(turn, shown), last])

    def _head(self, turn: Turn, waiting: Sequence[CaseCard]) -> str:
        communes = len({one.unit_code for one in waiting})
        return turn.text("cases-head", count=len(waiting), communes=communes)

    def _line(self, turn: Turn, one: CaseCard) -> str:
        return case_words.line(turn.words, one, turn.now, self._place(turn, one))

    def _place(self, turn: Turn, one: CaseCard) -> str:
        """The commune to whoever looks after several, else nothing new."""
        wide = turn.actor.tenant in turn.actor.coordinated or len(turn.actor.coordinated) > 1
        return unit_named(turn, one.unit_code) if wide else ""

    def _doors(self, turn: Turn, shown: Sequence[CaseCard]) -> list[list[Button]]:
        """A button for each case, named so that no two are the same."""
        return [
            [Button(f"{at}. {self._named(turn, one)}", action("case", one.id))]
            for at, one in enumerate(shown, start=1)
        ]

    def _named(self, turn: Turn, one: CaseCard) -> str:
        place = self._place(turn, one)
        what = case_words.kind(turn.words, one)
        return f"{what} · {place}" if place else f"{what} · {case_words.day(one)}"

    def _last(self, turn: Turn, solved: int) -> list[Button]:
        ways = [Button(turn.text("cases-solved", count=solved), action(self.name, SOLVED))] if solved else []
        if turn.actor.tenant in turn.actor.coordinated:
            ways.append(Button(turn.text("cases-waits"), action("case_waits")))
        return ways


def _scopes(opening: Opening) -> list[Scope]:
    """Everything this person answers for, as it is asked of the data."""
    actor, since = opening.actor, opening.now - LATELY
    if actor.tenant in actor.coordinated:
        return [(actor.tenant, actor.tenant, "", since)]
    return [*_of_units(actor, opening), *((actor.tenant, "", team_id, since) for team_id in actor.led)]


def _of_units(actor: Actor, opening: Opening) -> list[Scope]:
    return [(actor.tenant, code, "", opening.now - LATELY) for code in actor.coordinated]
