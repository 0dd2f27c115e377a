"""Which teams should be at work and are silent, and one nudge to the next level."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from handlers import silence
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.days import midnight
from handlers.holding import Holder, at_level, reached
from handlers.messages import Button, Lane, Outbound, Unsure
from handlers.permissions import Access
from handlers.silence import View
from handlers.turn import Turn
from locales import words
from locales.formats import given_name
from storage import radar, slots
from storage.holders import HolderContact
from storage.radar import Seen
from storage.records.case import LEVELS, Level
from storage.records.membership import Role
from storage.records.radar import ExpectedTeam
from storage.sources import TeamKey

NUDGE = "nudge:"
LASTS = timedelta(hours=3)
"""So long a nudge is worth hearing."""


@dataclass(slots=True)
class _Asked:
    """Somebody below, and the silent teams they are asked about."""

    holder: Holder
    teams: list[ExpectedTeam] = field(default_factory=list)


class Radar(Conversation):
    """See the module. The argument is empty, or ``nudge:`` and a unit."""

    name = "radar"
    access = Access.COORDINATOR
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """The expected teams of the province, who holds the silent ones, who was nudged today."""
        yield radar.seen.of(silence.watch(opening.actor.tenant, opening.now))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """What each of one's units sees now; or the nudge."""
        seen = turn.facts.get(radar.seen.of(silence.watch(turn.actor.tenant, turn.now))) or Seen()
        views = silence.Views(seen.teams, turn.now)
        own = [views.of(turn.actor.tenant, code) for code in turn.actor.coordinated]
        unit = arg.removeprefix(NUDGE)
        if arg.startswith(NUDGE) and unit in turn.actor.coordinated:
            self._nudge(turn, views.of(turn.actor.tenant, unit), seen)
            return None
        text, rows = silence.told(turn.words, own)
        turn.say(text, rows)
        return None

    def _nudge(self, turn: Turn, view: View, seen: Seen) -> None:
        """One message to everybody of the next level who was not nudged today, whoever taps."""
        if not view.silent:
            turn.say(turn.text("radar-all-heard"))
            return
        level = Level.PROVINCE if view.wide else Level.COMMUNE
        asked, nobody = _below(view.silent, seen.holders, level)
        fresh = [one for person, one in asked.items() if person not in seen.nudged]
        for one in fresh:
            turn.note(
                slots.claimed(
                    radar.nudge(turn.actor.tenant, one.holder.person_id, midnight(turn.today_on)),
                    turn.now,
                    late=False,
                )
            )
            turn.tell(one.holder.contact, self._message(turn, one))
        said = turn.text(
            "radar-nudged",
            count=len(fresh),
            names=", ".join(given_name(one.holder.name) for one in fresh[: silence.MOST]),
            already=len(asked) - len(fresh),
            nobody=len(nobody),
        )
        turn.say(said, [[Button(turn.text("radar-again"), action(self.name))]])

    def _message(self, turn: Turn, one: _Asked) -> Outbound:
        """Teams by name; to a leader the ways to say that all is well."""
        reader = words(one.holder.contact.language)
        lines = [f"· {silence.named(reader, team)}" for team in one.teams[: silence.MOST]]
        if len(one.teams) > silence.MOST:
            lines.append(reader("radar-more", count=len(one.teams) - silence.MOST))
        head = reader("radar-asked", count=len(one.teams), level=one.holder.level)
        team_id = one.teams[0].team_id
        ways = [Button(reader("radar-see"), action("radar"))]
        if one.holder.level is Level.TEAM:
            tick = Button(reader("team-tick"), action("tick", team_id))
            ways = [tick, Button(reader("team-day-form"), action("day_form", team_id))]
        return Outbound(
            "\n".join([head, *lines]),
            (tuple(ways),),
            lane=Lane.ROLE,
            unsure=Unsure.NEVER,
            deadline_at=turn.now + LASTS,
        )


def _below(
    silent: Sequence[ExpectedTeam], holders: Mapping[TeamKey, Sequence[HolderContact]], level: Level
) -> tuple[Mapping[str, _Asked], list[ExpectedTeam]]:
    """Who answers for the silent teams one level below ``level``, or lower where nobody holds that one
    (deputies where there is no leader); and the teams that nobody below can be asked about."""
    asked: dict[str, _Asked] = {}
    nobody = []
    for team in silent:
        above = reached(holders.get((team.tenant, team.team_id), ()))
        under = next((one for one in reversed(LEVELS[: LEVELS.index(level)]) if at_level(above, one)), None)
        held = at_level(above, under)
        first = [one for one in held if one.role is not Role.DEPUTY] or held
        for one in first:
            asked.setdefault(one.person_id, _Asked(one)).teams.append(team)
        if under is None:
            nobody.append(team)
    return asked, nobody
