"""Remind exactly those below who have not sent the week: provinces, communes, a commune's teams."""

from datetime import datetime, timedelta

from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.days import day_on, midnight
from handlers.leading import unit_named
from handlers.messages import Button, Lane, Outbound, Unsure
from handlers.outgoing import best
from handlers.permissions import Access, Actor
from handlers.turn import Turn
from handlers.weekly import asked, told
from handlers.weekly.asked import asking
from locales import Words, words
from locales.formats import local
from storage import slots, week_reminders
from storage.fold import fold
from storage.records.case import Level
from storage.records.person import Contact
from storage.week_reminders import Behind, BehindKey, WeekBehind

SEE = "see"
LASTS = timedelta(hours=24)
"""So long a reminder is worth hearing."""
MOST_NAMED = 20
"""Units or teams named in the answer."""


class WeeklyNudge(Conversation):
    """See the module. The argument is empty, or whose week: ``see:01:261116``."""

    name = "weekly_nudge"
    access = Access.TOTALS
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """Who is behind with the week, and who answers for them."""
        key = _key(opening.actor, opening.arg, opening.now)
        if key is not None:
            yield week_reminders.of_unit.of(key)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """One message to each that was not reminded today, whoever asks."""
        key = _key(turn.actor, arg, turn.now)
        seen = turn.facts.get(week_reminders.of_unit.of(key)) if key else None
        if key is None or seen is None:
            asked.choose(turn, self.name, SEE)
            return None
        week = told.week_named(turn.words, seen.period)
        if not seen.over:
            until = told.day_named(turn.words, seen.period.until_on)
            turn.say(turn.text("weekly-nudge-running", week=week, until=until))
            return None
        if not seen.behind:
            turn.say(
                turn.text("weekly-nudge-all-sent", week=week, level=seen.level), self._back(turn, key, seen)
            )
            return None
        self._remind(turn, key, seen)
        return None

    def _remind(self, turn: Turn, key: BehindKey, seen: WeekBehind) -> None:
        fresh = [one for one in seen.behind if (one.tenant, one.code) not in seen.reminded]
        done: list[str] = []
        nobody: list[str] = []
        for one in fresh:
            reached = [chat for chats in one.chats.values() if (chat := best(chats)) is not None]
            for chat in reached:
                turn.tell(chat, self._message(turn, key, seen, one, chat))
            if reached:
                turn.note(slots.claimed(week_reminders.reminder(one, key[4]), turn.now, late=False))
            (done if reached else nobody).append(self._named(turn, one))
        said = turn.text(
            "weekly-nudge-done",
            week=told.week_named(turn.words, seen.period),
            level=seen.level,
            count=len(done),
            names=_names(turn.words, done),
            already=len(seen.behind) - len(fresh),
            nobody=len(nobody),
            unheard=_names(turn.words, nobody),
        )
        turn.say(said, self._back(turn, key, seen))

    def _message(self, turn: Turn, key: BehindKey, seen: WeekBehind, one: Behind, chat: Contact) -> Outbound:
        """Who asks, for which week, and where it is done."""
        reader, team = words(chat.language), seen.level is Level.COMMUNE
        text = reader(
            "weekly-nudge-asked",
            above=unit_named(turn, key[1]),
            week=told.week_named(reader, seen.period),
            level=seen.level,
            unit=self._named(turn, one),
        )
        see = Button(reader("weekly-open"), asking("weekly", SEE, one.code, seen.period))
        day = Button(reader("team-day-form"), action("day_form", one.code))
        return Outbound(
            text,
            ((day if team else see,),),
            lane=Lane.ROLE,
            unsure=Unsure.NEVER,
            deadline_at=turn.now + LASTS,
        )

    def _named(self, turn: Turn, one: Behind) -> str:
        return one.name or unit_named(turn, one.code) or one.code

    def _back(self, turn: Turn, key: BehindKey, seen: WeekBehind) -> list[list[Button]]:
        units = seen.level is not Level.COMMUNE
        label, name = ("weekly-units-all", "weekly_units") if units else ("weekly-open", "weekly")
        return [[Button(turn.text(label), asking(name, SEE, key[1], seen.period))]]


def _names(reader: Words, names: list[str]) -> str:
    named = sorted(names, key=fold)
    more = len(named) - MOST_NAMED
    first = ", ".join(named[:MOST_NAMED])
    return reader("weekly-nudge-names", names=first, more=max(0, more)) if named else ""


def _key(actor: Actor, arg: str, now: datetime) -> BehindKey | None:
    """The unit and the week that are meant."""
    wanted = asked.read(arg, (SEE,))
    unit, today = asked.unit_of(actor, wanted.unit), midnight(local(now).date())
    return (actor.tenant, unit, wanted.since_on, day_on(now), today) if unit else None
