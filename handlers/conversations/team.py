"""The leader's board: a team on one screen, and the ways to everything a leader does with it."""

from datetime import timedelta

from handlers import leading
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.days import day_on
from handlers.exercise import marked
from handlers.messages import Button
from handlers.permissions import Access
from handlers.turn import Turn
from locales.formats import clock_text
from storage import attendances, corrections, people
from storage.attendances import TeamDays
from storage.records.team import TeamCard


class TeamBoard(Conversation):
    """See the module."""

    name = "team"
    command = "doi"
    access = Access.LEADER
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """The team with its members and who is on duty, or the teams to choose from."""
        yield from leading.needs(opening, self.name)
        for key in leading.keys(opening, self.name):
            yield people.members.of(key)
            yield attendances.of_team.of((*key, *_days(opening)))
            yield corrections.of_team.of(key)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """The board of one team."""
        team = leading.team(turn, leading.asked(turn.actor, arg))
        if team is None:
            leading.choose(turn, self.name, arg, more=self._above(turn))
            return None
        members = turn.facts.get(people.members.of((team.tenant, team.id))) or []
        pending = sum(one.pending for one in members)
        said = turn.text(
            "team-board",
            team=team.name,
            unit=leading.unit_named(turn, team.unit_code),
            campaign=team.campaign_name,
            members=len(members) - pending,
            pending=pending,
            on_shift=self._on_shift(turn, team),
        )
        turn.say(marked(turn.words, said, exercise=team.exercise), self._ways(turn, team, pending))
        return None

    def _on_shift(self, turn: Turn, team: TeamCard) -> int:
        opening = Opening(turn.actor, turn.inbound, "", turn.now)
        days: TeamDays = (team.tenant, team.id, *_days(opening))
        return sum(one.there_at(turn.now) for one in turn.facts.get(attendances.of_team.of(days)) or [])

    def _ways(self, turn: Turn, team: TeamCard, pending: int) -> list[list[Button]]:
        hour = clock_text(f"{team.digest_minute // 60}:{team.digest_minute % 60:02d}")
        rows = [
            [self._way(turn, team, "on_shift"), self._way(turn, team, "schedule")],
            [self._way(turn, team, "tick"), self._way(turn, team, "presence_code")],
            [self._way(turn, team, "digest"), self._way(turn, team, "digest_hour", hour=hour)],
            [
                Button(turn.text("team-reports-see"), action("team_reports", team.id)),
                Button(turn.text("team-day-form"), action("day_form", team.id)),
            ],
            [self._way(turn, team, "crew"), self._way(turn, team, "members")],
            [self._way(turn, team, "join_code"), self._way(turn, team, "expected")],
        ]
        if team.id in turn.actor.led:
            rows.insert(1, [self._way(turn, team, "team_message")])
        if pending:
            rows.insert(0, [self._way(turn, team, "newcomers", count=pending)])
        if asked := len(turn.facts.get(corrections.of_team.of((team.tenant, team.id))) or []):
            rows.insert(0, [self._way(turn, team, "corrections", count=asked)])
        if turn.actor.coordinated:
            rows.append([self._way(turn, team, "change_team"), self._way(turn, team, "split_team")])
        if turn.actor.coordinated or len(turn.actor.led) > 1:
            rows.append([Button(turn.text("team-others"), action(self.name, leading.FIRST_PAGE))])
        return rows

    def _above(self, turn: Turn) -> list[Button]:
        """Below the teams to choose from, for those who make and close them."""
        ways = ("new_team", "reopen_team") if turn.actor.coordinated else ()
        return [Button(turn.text(f"team-{one.replace('_', '-')}"), action(one)) for one in ways]

    def _way(self, turn: Turn, team: TeamCard, conversation: str, **given: str | int) -> Button:
        label = turn.text(f"team-{conversation.replace('_', '-')}", **given)
        return Button(label, action(conversation, team.id))


def _days(opening: Opening) -> tuple[str, str]:
    """Since yesterday: a night shift began then."""
    return day_on(opening.now - timedelta(days=1)), day_on(opening.now)
