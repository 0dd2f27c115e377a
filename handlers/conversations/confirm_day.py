"""One tap below the digest: vouch for a day's presences, or let the reports count that came too late."""

from datetime import date

from handlers import leading, reporting, ticked
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.days import in_compact, read_compact
from handlers.exercise import marked
from handlers.messages import Button
from handlers.permissions import Access
from handlers.proof import alone
from handlers.report_form import amount
from handlers.turn import Turn
from locales.formats import given_name, local, near_day, sort_name
from storage import attendances, people, reports
from storage.attendances import TeamDays
from storage.records.team import TeamCard

LATE = "late"
SHOWN = 8
"""Names, or reports, that are told one by one."""


class ConfirmDay(Conversation):
    """See the module. The argument is a team and a day, or a team and ``late``."""

    name = "confirm_day"
    access = Access.LEADER
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """The team with its members, who was there on the day, and what came late."""
        yield from leading.needs(opening, self.name)
        for key in leading.keys(opening, self.name):
            yield people.members.of(key)
            yield attendances.of_team.of((*key, *_day(opening)))
            yield reports.late_of_team.of(key)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Do it, and say what was done."""
        team = leading.team(turn, leading.asked(turn.actor, arg))
        if team is None:
            leading.choose(turn, self.name, arg)
        elif arg.partition(":")[2] == LATE:
            self._late(turn, team)
        else:
            self._vouch(turn, team, (team.tenant, team.id, *_day(_opening(turn, arg))))
        return None

    def _vouch(self, turn: Turn, team: TeamCard, days: TeamDays) -> None:
        """The leader's word for everybody of the day who has only their own, never for oneself."""
        members = turn.facts.get(people.members.of((team.tenant, team.id))) or []
        found = alone(turn.facts.get(attendances.of_team.of(days)) or [], members)
        day = near_day(date.fromisoformat(days[2]), turn.words.language)
        if not found:
            turn.say(turn.text("confirm-day-none", day=day), [[self._back(turn, team, days[2])]])
            return
        tick = ticked.stroke(turn, team, [], found)
        names = sorted({one.name for one in found}, key=sort_name)
        said = turn.text(
            "confirm-day-done",
            day=day,
            count=len(found),
            names=", ".join(given_name(one) for one in names[:SHOWN]) + (" …" if len(names) > SHOWN else ""),
        )
        undo = Button(turn.text("undo"), action("tick", f"undo:{tick.id}"))
        said = marked(turn.words, said, exercise=team.exercise)
        turn.say(said, [[undo, self._back(turn, team, days[2])]])

    def _late(self, turn: Turn, team: TeamCard) -> None:
        """Every report that came after its day was closed counts from now on."""
        found = turn.facts.get(reports.late_of_team.of((team.tenant, team.id))) or []
        for one in found:
            turn.note(*reporting.brought_back(one))
        members = turn.facts.get(people.members.of((team.tenant, team.id))) or []
        names = {one.person_id: given_name(one.name) for one in members}
        lines = [
            turn.text(
                "confirm-late-one",
                name=names.get(one.person_id, "…"),
                day=near_day(date.fromisoformat(one.day_on), turn.words.language),
                counts=amount(turn, one),
            )
            for one in found[:SHOWN]
        ]
        said = turn.text("confirm-late-done", count=len(found))
        see = Button(turn.text("team-reports-see"), action("team_reports", team.id))
        turn.say(marked(turn.words, "\n".join([said, *lines]), exercise=team.exercise), [[see]])

    def _back(self, turn: Turn, team: TeamCard, day_on: str) -> Button:
        day = in_compact(date.fromisoformat(day_on))
        return Button(turn.text("digest-back"), action("digest", f":{team.id}:{day}"))


def _opening(turn: Turn, arg: str) -> Opening:
    return Opening(turn.actor, turn.inbound, arg, turn.now)


def _day(opening: Opening) -> tuple[str, str]:
    """The day a button names, else today; first and last day of a stretch."""
    day = read_compact(opening.arg.partition(":")[2]) or local(opening.now).date()
    return day.isoformat(), day.isoformat()
