"""The code that lets volunteers into a team, and personal codes for its leader or deputy."""

from handlers import inviting, leading, qr, ways_in
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.messages import Button, Photo
from handlers.permissions import Access
from handlers.turn import Turn
from storage import join_codes
from storage.records.membership import Role
from storage.records.team import JoinCode, TeamCard

_NEW, _REVOKE, _TAKE_BACK = "new", "revoke", "back"
_PERSONAL = (Role.DEPUTY, Role.LEADER)


class ShowJoinCode(Conversation):
    """See the module. A team has one code at a time; it is made when somebody first looks for it."""

    name = "join_code"
    access = Access.LEADER
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """The team and its codes that were not revoked."""
        yield from leading.needs(opening, self.name)
        for key in leading.keys(opening, self.name):
            yield join_codes.of_team.of(key)
            yield from ways_in.needs(*key)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Show the code, or do what the button says with it."""
        team = leading.team(turn, leading.asked(turn.actor, arg))
        verb = arg.partition(":")[2]
        if team is None:
            leading.choose(turn, self.name, arg)
        elif verb in _PERSONAL:
            self._invite(turn, team, Role(verb))
        elif verb == _REVOKE:
            turn.note(join_codes.revoked_for_team((team.tenant, team.id), turn.now))
            turn.say(turn.text("join-code-revoked", team=team.name), [[self._button(turn, team, _NEW)]])
        elif verb == _TAKE_BACK:
            turn.note(*(join_codes.revoked(one, turn.now) for one in self._live(turn, team, *_PERSONAL)))
            turn.say(turn.text("join-code-taken-back", team=team.name), [[leading.back(turn, team)]])
        else:
            self._show(turn, team, renew=verb == _NEW)
        return None

    def _show(self, turn: Turn, team: TeamCard, *, renew: bool) -> None:
        live = self._live(turn, team, Role.VOLUNTEER)
        if renew or not live:
            fresh = inviting.drawn(turn, team, Role.VOLUNTEER)
            turn.note(*(join_codes.revoked(one, turn.now) for one in live), join_codes.added(fresh))
            live = [fresh]
        code = live[-1]
        link = inviting.scanned(turn, code.code, team)
        said = turn.text(
            "join-code-shown",
            team=team.name,
            code=inviting.grouped(code.code),
            until=inviting.until(turn, code.expires_at),
            left=code.max_uses - code.uses,
            links=inviting.links(turn, code.code, team),
        )
        rows = [
            [self._button(turn, team, _NEW), self._button(turn, team, _REVOKE)],
            [self._button(turn, team, role) for role in _PERSONAL],
            [Button(turn.text("bots-of-team"), action("bots")), leading.back(turn, team)],
        ]
        turn.say(said, rows, photo=Photo(qr.png(link), turn.text("join-code-picture", link=link)))

    def _invite(self, turn: Turn, team: TeamCard, role: Role) -> None:
        """A code alone never gives a role: whoever holds it accepts it in their own chat."""
        code = inviting.drawn(turn, team, role)
        turn.note(join_codes.added(code))
        said = turn.text(
            "join-code-personal",
            role=role,
            team=team.name,
            code=inviting.grouped(code.code),
            until=inviting.until(turn, code.expires_at),
            links=inviting.links(turn, code.code, team),
        )
        turn.say(said, [[self._button(turn, team, _TAKE_BACK)], [leading.back(turn, team)]])

    def _live(self, turn: Turn, team: TeamCard, *roles: Role) -> list[JoinCode]:
        codes = turn.facts.get(join_codes.of_team.of((team.tenant, team.id))) or []
        return [one for one in codes if one.role in roles and not one.expected_id and one.works_at(turn.now)]

    def _button(self, turn: Turn, team: TeamCard, verb: str) -> Button:
        return Button(turn.text(f"join-code-{verb}"), action(self.name, f"{team.id}:{verb}"))
