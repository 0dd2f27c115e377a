"""Take newcomers in, all with one tap or one by one, or send one away."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Annotated, Any, ClassVar

from handlers import leading
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Choice, Form, FormField, Option, When
from handlers.exercise import marked
from handlers.inviting import until
from handlers.like_names import likest
from handlers.messages import Button, Lane, Outbound
from handlers.outgoing import best
from handlers.permissions import Access
from handlers.turn import Turn
from locales import words
from locales.formats import given_name
from storage import (
    attendances,
    difficulties,
    expected,
    figures,
    outbox,
    people,
    reports,
    sessions,
    signups,
)
from storage.people import Member
from storage.records.roster import Expected
from storage.records.team import TeamCard
from storage.records.work import HelpReport, ReportState

ALL = "all"
ACCEPT, REFUSE, IS = "accept", "refuse", "is:"
SHOWN = 3
"""Names on the list that are offered for one newcomer."""


def _one_by_one(draft: Any) -> bool:
    return bool(draft.who) and draft.who != ALL


class NewcomersForm(Form):
    """Who, and what is decided; ``seen_at`` is when the list was shown, as ISO text."""

    name: ClassVar[str] = "newcomers"
    summary: ClassVar[bool] = False

    who: Annotated[str | None, Choice()] = None
    verdict: Annotated[str | None, Choice(), When(_one_by_one)] = None
    team: str = ""
    seen_at: str = ""


class Newcomers(Conversation):
    """See the module. What newcomers did until now counts from the moment they are accepted."""

    name = "newcomers"
    access = Access.LEADER
    form = NewcomersForm

    def needs(self, opening: Opening) -> Needs:
        """The team, its members, what waits to count, and how newcomers are reached."""
        yield from leading.needs(opening, self.name)
        for key in leading.keys(opening, self.name):
            yield people.members.of(key)
            yield people.newcomer_contacts.of(key)
            yield reports.pending_of_team.of(key)
            yield expected.of_team.of(key)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """The list; one newcomer alone is asked about at once."""
        team = leading.team(turn, leading.asked(turn.actor, arg))
        if team is None:
            leading.choose(turn, self.name, arg)
            return None
        self._count(turn, team, self._reports(turn, team, self._accepted(turn, team)))
        waiting = self._waiting(turn, team)
        if not waiting:
            turn.say(turn.text("newcomers-none", team=team.name), [[leading.back(turn, team)]])
            return None
        given = {"team": team.id, "seen_at": turn.now.isoformat()}
        return Begin(given | {"who": waiting[0].id} if len(waiting) == 1 else given)

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """Everybody at once, then each by name; or the two decisions."""
        team = leading.of_form(turn)
        if field == "verdict":
            one = self._one(turn, team) if team else None
            like = self._like(turn, team, one) if team and one else []
            known = [Option(f"{IS}{it.id}", turn.text("newcomers-is", name=it.name)) for it in like[:SHOWN]]
            told = [Option(it, turn.text(f"newcomers-{it}")) for it in (ACCEPT, REFUSE)]
            return [*known, *told]
        waiting = self._waiting(turn, team) if team else []
        every = Option(ALL, turn.text("newcomers-all", count=len(waiting)))
        return [every, *(Option(one.id, one.name) for one in waiting)] if waiting else []

    def question(self, turn: Turn, field: FormField, draft: dict[str, Any]) -> str:
        """Who waits in which team, or what is known of one newcomer."""
        team = leading.of_form(turn)
        if team is None:
            return turn.text("team-gone")
        waiting = self._waiting(turn, team)
        one = self._one(turn, team)
        if one is None or field.name == "who":
            matches = self._matches(turn, team, waiting)
            pairs = [f"{it.name} = {matches[it.id].name}" for it in waiting if it.id in matches]
            return turn.text(
                "newcomers-who",
                count=len(waiting),
                team=team.name,
                matched=len(pairs),
                pairs="; ".join(pairs),
            )
        told = len(self._reports(turn, team, [one]))
        since = until(turn, one.from_at)
        return turn.text("newcomers-verdict", name=one.name, team=team.name, since=since, reports=told)

    def finish(self, turn: Turn, draft: NewcomersForm) -> None:
        """Accept everybody who was on the list, or decide about one."""
        team = leading.team(turn, draft.team)
        if team is None:
            turn.say(turn.text("team-gone"))
            return
        seen_at = datetime.fromisoformat(draft.seen_at)
        waiting = self._waiting(turn, team)
        meant = [
            one for one in waiting if draft.who == one.id or (draft.who == ALL and one.from_at <= seen_at)
        ]
        if not meant:
            turn.say(turn.text("newcomers-decided"), [self._next(turn, team, len(waiting))])
        elif draft.verdict == REFUSE:
            self._refuse(turn, team, meant[0], len(waiting) - 1)
        else:
            matches = (
                self._matches(turn, team, meant) if draft.who == ALL else self._chosen(turn, team, draft)
            )
            self._accept(turn, team, meant, len(waiting) - len(meant), matches)

    def _accept(
        self, turn: Turn, team: TeamCard, taken: list[Member], left: int, matches: Mapping[str, Expected]
    ) -> None:
        told = self._reports(turn, team, [*taken, *self._accepted(turn, team)])
        self._count(turn, team, told)
        for one in taken:
            key = (one.tenant, team.id, one.person_id)
            turn.note(people.accepted(one), attendances.accepted(*key), difficulties.accepted(*key))
            if match := matches.get(one.id):
                turn.note(*expected.matched((team.tenant, team.id), match.id, one.person_id, turn.now))
            start = Button(words(one.language)("menu-check-in"), action("check_in"))
            self._tell(turn, team, one, "newcomer-accepted", start)
        names = ", ".join(given_name(one.name) for one in taken)
        said = turn.text(
            "newcomers-accepted", names=names, count=len(taken), reports=len(told), matched=len(matches)
        )
        turn.say(marked(turn.words, said, exercise=team.exercise), [self._next(turn, team, left)])

    def _count(self, turn: Turn, team: TeamCard, told: Sequence[HelpReport]) -> None:
        for report in told:
            turn.note(reports.moved(report, ReportState.COUNTED), *figures.moved(report, +1))

    def _refuse(self, turn: Turn, team: TeamCard, one: Member, left: int) -> None:
        """Everything at once: the role, the place in a form, what was queued, what would have counted."""
        turn.note(
            people.refused(one, turn.now),
            attendances.refused(one.tenant, team.id, one.person_id),
            difficulties.refused(one.tenant, team.id, one.person_id),
            signups.left(one.tenant, team.id, one.person_id, turn.now),
            *(reports.moved(report, ReportState.SET_ASIDE) for report in self._reports(turn, team, [one])),
            outbox.cancelled_for(one.tenant, one.person_id, turn.new_id(), turn.now),
            sessions.dropped(one.person_id),
        )
        self._tell(turn, team, one, "newcomer-refused")
        turn.say(turn.text("newcomers-refused", name=given_name(one.name)), [self._next(turn, team, left)])

    def _tell(self, turn: Turn, team: TeamCard, one: Member, key: str, *buttons: Button) -> None:
        known = turn.facts.get(people.newcomer_contacts.of((team.tenant, team.id))) or []
        contact = best(contact for contact in known if contact.person_id == one.person_id)
        if contact is None:
            return
        reader = words(one.language)
        said = marked(reader, reader(key, team=team.name), exercise=team.exercise)
        turn.tell(contact, Outbound(said, (buttons,) if buttons else (), lane=Lane.ROLE))

    def _like(self, turn: Turn, team: TeamCard, one: Member) -> Sequence[Expected]:
        """The names on the leader's list that are most like a newcomer's."""
        found = turn.facts.get(expected.of_team.of((team.tenant, team.id))) or []
        return likest(one.name, [(it.name, it) for it in found if not it.person_id])

    def _matches(self, turn: Turn, team: TeamCard, those: Sequence[Member]) -> dict[str, Expected]:
        """Newcomers with the name on the list that is surely theirs: like no other's, and no other's like."""
        like = {one.id: self._like(turn, team, one) for one in those}
        sure = {key: found[0] for key, found in like.items() if len(found) == 1}
        wanted = Counter(one.id for one in sure.values())
        return {key: one for key, one in sure.items() if wanted[one.id] == 1}

    def _chosen(self, turn: Turn, team: TeamCard, draft: NewcomersForm) -> dict[str, Expected]:
        """The name on the list that the leader tapped for one newcomer."""
        found = turn.facts.get(expected.of_team.of((team.tenant, team.id))) or []
        tapped = next((one for one in found if draft.verdict == f"{IS}{one.id}" and not one.person_id), None)
        return {draft.who or "": tapped} if tapped else {}

    def _one(self, turn: Turn, team: TeamCard) -> Member | None:
        """The newcomer the form is about."""
        who = turn.session.draft.get("who") if turn.session else None
        return next((one for one in self._waiting(turn, team) if one.id == who), None)

    def _waiting(self, turn: Turn, team: TeamCard) -> list[Member]:
        return [one for one in self._members(turn, team) if one.pending]

    def _accepted(self, turn: Turn, team: TeamCard) -> list[Member]:
        """Those already in; a report that was on its way while they were accepted still waits."""
        return [one for one in self._members(turn, team) if not one.pending]

    def _members(self, turn: Turn, team: TeamCard) -> list[Member]:
        return turn.facts.get(people.members.of((team.tenant, team.id))) or []

    def _reports(self, turn: Turn, team: TeamCard, those: Sequence[Member]) -> list[HelpReport]:
        authors = {one.person_id for one in those}
        found = turn.facts.get(reports.pending_of_team.of((team.tenant, team.id))) or []
        return [one for one in found if one.person_id in authors]

    def _next(self, turn: Turn, team: TeamCard, left: int) -> list[Button]:
        more = [Button(turn.text("newcomers-more", count=left), action(self.name, team.id))] if left else []
        return [*more, leading.back(turn, team)]
