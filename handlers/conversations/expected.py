"""The team on its first day: names pasted from a group chat, each with a personal code to hand out."""

from collections import Counter
from typing import Annotated, Any, ClassVar

from handlers import inviting, leading, ways_in
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Form, Text
from handlers.exercise import marked
from handlers.messages import Button
from handlers.name_list import NameList, read_names
from handlers.permissions import Access
from handlers.turn import UNDO_FOR, Turn
from locales.formats import sort_name
from storage import expected, join_codes, people
from storage.fold import fold
from storage.records.roster import Expected
from storage.records.team import JoinCode, TeamCard

MOST = 60
"""Names of one paste."""
_ADD, _RESEND, _UNDO = "add", "resend", "undo"


class ExpectedForm(Form):
    """The names as they were pasted."""

    name: ClassVar[str] = "expected"

    names: Annotated[str | None, Text(max=4000, min=2)] = None
    team: str = ""


class ExpectedMembers(Conversation):
    """See the module. Pasted twice, a list adds nobody twice; whoever joins with their code is accepted."""

    name = "expected"
    access = Access.LEADER
    form = ExpectedForm

    def needs(self, opening: Opening) -> Needs:
        """The team, its list, its members and the codes that were handed out."""
        yield from leading.needs(opening, self.name)
        for key in leading.keys(opening, self.name):
            yield expected.of_team.of(key)
            yield people.members.of(key)
            yield join_codes.of_team.of(key)
            yield from ways_in.needs(*key)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """The list as it stands, or the question for the names where there is none."""
        team = leading.team(turn, leading.asked(turn.actor, arg))
        verb = arg.partition(":")[2]
        if team is None:
            leading.choose(turn, self.name, arg)
        elif verb == _ADD or not self._listed(turn, team):
            return Begin({"team": team.id})
        elif verb == _RESEND:
            self._hand_out(turn, team, self._waiting(turn, team), turn.text("expected-codes", team=team.name))
        elif verb == _UNDO:
            self._undo(turn, team)
        else:
            self._show(turn, team)
        return None

    def check(self, turn: Turn, field: str, draft: dict[str, Any]) -> str | None:
        """At least one name that is not on the list yet."""
        team, read = leading.of_form(turn), read_names(draft["names"])
        if not read.names:
            return turn.text("expected-no-names")
        return None if team is None or self._fresh(turn, team, read) else turn.text("expected-no-news")

    def summary(self, turn: Turn, lines: str) -> str:
        """The names as they were understood, and what was not."""
        team = leading.of_form(turn)
        if team is None:
            return turn.text("team-gone")
        read = read_names(str(turn.session.draft["names"] if turn.session else ""))
        fresh = self._fresh(turn, team, read)
        said = turn.text(
            "expected-summary",
            team=team.name,
            count=len(fresh[:MOST]),
            names="\n".join(f"· {name}" for name in fresh[:MOST]),
            known=len(read.names) - len(fresh),
            left=len(fresh[MOST:]),
            unread=len(read.unread),
            lines="; ".join(line[:40] for line in read.unread[:5]),
        )
        return marked(turn.words, said, exercise=team.exercise)

    def finish(self, turn: Turn, draft: ExpectedForm) -> None:
        """Put them on the list, and give out a code for each."""
        team = leading.team(turn, draft.team)
        if team is None:
            turn.say(turn.text("team-gone"))
            return
        batch = turn.new_id()
        added = [
            Expected(
                tenant=team.tenant,
                id=turn.new_id(),
                team_id=team.id,
                name=name,
                batch=batch,
                created_by=turn.actor.key[1],
                created_at=turn.now,
                seen_at=turn.now,
            )
            for name in self._fresh(turn, team, read_names(draft.names or ""))[:MOST]
        ]
        turn.note(*map(expected.added, added))
        head = turn.text("expected-done", team=team.name, count=len(added))
        undo = Button(turn.text("undo"), action(self.name, f"{team.id}:{_UNDO}"))
        self._hand_out(turn, team, added, marked(turn.words, head, exercise=team.exercise), undo)

    def _show(self, turn: Turn, team: TeamCard) -> None:
        listed, waiting = self._listed(turn, team), self._waiting(turn, team)
        said = turn.text(
            "expected-board",
            team=team.name,
            count=len(listed),
            joined=len(listed) - len(waiting),
            waiting=len(waiting),
            names=", ".join(sorted((one.name for one in waiting), key=sort_name)),
        )
        rows = [[self._button(turn, team, _ADD)]]
        if waiting:
            rows[0].append(self._button(turn, team, _RESEND))
            rows.append([Button(turn.text("expected-drop"), action("unlist", team.id))])
        turn.say(said, [*rows, [leading.back(turn, team)]])

    def _hand_out(
        self, turn: Turn, team: TeamCard, those: list[Expected], head: str, *buttons: Button
    ) -> None:
        """One message to forward: how to come in, then a line a person with their code."""
        live = {
            one.expected_id: one
            for one in turn.facts.get(join_codes.of_team.of((team.tenant, team.id))) or []
            if one.expected_id and one.works_at(turn.now)
        }
        codes = [live.get(one.id) or self._drawn(turn, team, one) for one in those]
        lines = [
            f"· {one.name}: {inviting.grouped(code.code)}" for one, code in zip(those, codes, strict=True)
        ]
        how = turn.text(
            "expected-how",
            links=inviting.doors(turn, team),
            until=inviting.until(turn, min(code.expires_at for code in codes)),
        )
        turn.say("\n".join([head, how, *lines]), [[*buttons, leading.back(turn, team)]])

    def _drawn(self, turn: Turn, team: TeamCard, one: Expected) -> JoinCode:
        code = inviting.personal(turn, team, one.id)
        turn.note(join_codes.added(code))
        return code

    def _undo(self, turn: Turn, team: TeamCard) -> None:
        """Take one's own last paste of the last minutes back, but for those who have joined since."""
        own = [one for one in self._listed(turn, team) if one.created_by == turn.actor.key[1]]
        last = max(own, key=lambda one: (one.created_at, one.id), default=None)
        if last is None or last.created_at < turn.now - UNDO_FOR:
            turn.say(turn.text("undo-too-late"))
            return
        gone = [one for one in own if one.batch == last.batch and not one.person_id]
        turn.note(*inviting.unlisted(turn, (team.tenant, team.id), gone))
        turn.say(turn.text("expected-undone", count=len(gone)), [[leading.back(turn, team)]])

    def _fresh(self, turn: Turn, team: TeamCard, read: NameList) -> list[str]:
        """The names that are neither on the list nor members yet; of two people of one name the second."""
        members = turn.facts.get(people.members.of((team.tenant, team.id))) or []
        names = {one.person_id: one.name for one in members}
        names |= {one.person_id or one.id: one.name for one in self._listed(turn, team)}
        known = Counter(fold(name) for name in names.values())
        fresh = []
        for name in read.names:
            if known[fold(name)]:
                known[fold(name)] -= 1
            else:
                fresh.append(name)
        return fresh

    def _listed(self, turn: Turn, team: TeamCard) -> list[Expected]:
        return turn.facts.get(expected.of_team.of((team.tenant, team.id))) or []

    def _waiting(self, turn: Turn, team: TeamCard) -> list[Expected]:
        return [one for one in self._listed(turn, team) if not one.person_id]

    def _button(self, turn: Turn, team: TeamCard, verb: str) -> Button:
        return Button(turn.text(f"expected-{verb}"), action(self.name, f"{team.id}:{verb}"))
