"""What the bots of a team may still send this month, and what went without."""

from collections.abc import Iterator

from handlers.allowance import SCARCE
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.days import midnight
from handlers.messages import Button, Lane
from handlers.permissions import Access, covers
from handlers.turn import Turn
from locales.formats import given_name, local, number
from storage import account_use, bot_accounts, outbox, teams
from storage.account_use import Use
from storage.bot_accounts import AccountCard, AccountKey, AccountState

MOST = 8
"""Bots told of at once, the fullest first."""
NAMED = 12
"""People named of those who went without."""


class MessageBudget(Conversation):
    """See the module. Only counts, of the bots one's teams and units use."""

    name = "message_budget"
    access = Access.LEADER
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """The bots, what passed through each today and this month, and through the one written to."""
        actor, inbound = opening.actor, opening.inbound
        today_on = local(opening.now).date().isoformat()
        for team_id in actor.led:
            yield teams.card.of((actor.tenant, team_id))
            yield outbox.unsent.of((actor.tenant, team_id, midnight(local(opening.now).date())))
        yield bot_accounts.of_tenant.of(actor.tenant)
        for period in (today_on, today_on[:7]):
            yield account_use.of_tenant.of((actor.tenant, period))
        here = (inbound.channel, inbound.account)
        yield account_use.of_month.of((*here, today_on[:7]))
        yield account_use.of_day.of((*here, today_on))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """A line a bot, and what happens when it runs short."""
        lines = [
            self._line(turn, card.title, card.people, *self._use(turn, card)) for card in self._used(turn)
        ]
        if not turn.plenty and turn.inbound.account not in {card.account for card in self._used(turn)}:
            lines.insert(0, self._line(turn, turn.text("budget-shared"), 0, *self._here(turn)))
        if not lines:
            turn.say(turn.text("budget-none"), [[Button(turn.text("bots-more"), action("bots"))]])
            return None
        head = turn.text("budget-head", month=str(turn.today_on.month))
        turn.say("\n".join([head, *lines, *self._unsent(turn), turn.text("budget-order")]))
        return None

    def _unsent(self, turn: Turn) -> Iterator[str]:
        """Who went without today, so that the leader can tell them."""
        since = midnight(turn.today_on)
        keys = [outbox.unsent.of((turn.actor.tenant, team_id, since)) for team_id in turn.actor.led]
        found = [one for key in keys for one in turn.facts.get(key) or []]
        names = dict.fromkeys(given_name(one.name) for one in found if one.lane >= Lane.REMINDER)
        if names:
            shown = ", ".join(list(names)[:NAMED])
            yield turn.text("budget-unsent", names=shown, more=max(0, len(names) - NAMED))

    def _line(self, turn: Turn, title: str, people: int, month: Use, today: Use) -> str:
        allowed = turn.desk.allowance
        spent, on = allowed.spent(month), turn.today_on
        said = turn.text(
            "budget-one",
            title=title,
            spent=number(spent),
            month=number(allowed.month),
            sent=number(month.sent),
            received=number(month.received),
            today=number(allowed.spent(today)),
            ahead=number(allowed.ahead(month, on)),
            enough="yes" if allowed.lasts(month, on) else "no",
            people=f"{people}/{allowed.people}" if people else "none",
        )
        dropped = {"reminders": month.dropped, "lists": month.dropped_lists}
        return f"{said} {turn.text('budget-dropped', **dropped)}" if any(dropped.values()) else said

    def _used(self, turn: Turn) -> list[AccountCard]:
        """The bots whose messages are counted: one's own, and those of the units above one's teams."""
        found = turn.facts.get(bot_accounts.of_tenant.of(turn.actor.tenant)) or []
        live = [card for card in found if card.channel == SCARCE and card.state is AccountState.LIVE]
        counted = [card for card in live if self._concerns(turn, card)]
        return sorted(counted, key=lambda card: -turn.desk.allowance.spent(self._use(turn, card)[0]))[:MOST]

    def _concerns(self, turn: Turn, card: AccountCard) -> bool:
        if card.team_id in turn.actor.led or any(covers(code, card) for code in turn.actor.coordinated):
            return True
        own = [turn.facts.get(teams.card.of((turn.actor.tenant, one))) for one in turn.actor.led]
        return not card.team_id and any(team and covers(card.unit_code, team) for team in own)

    def _use(self, turn: Turn, card: AccountCard) -> tuple[Use, Use]:
        on = turn.today_on.isoformat()
        month = turn.facts.get(account_use.of_tenant.of((card.tenant, on[:7]))) or {}
        today = turn.facts.get(account_use.of_tenant.of((card.tenant, on))) or {}
        return month.get(card.account, Use()), today.get(card.account, Use())

    def _here(self, turn: Turn) -> tuple[Use, Use]:
        on = turn.today_on.isoformat()
        here: AccountKey = (turn.inbound.channel, turn.inbound.account)
        month = turn.facts.get(account_use.of_month.of((*here, on[:7])))
        return month or Use(), turn.facts.get(account_use.of_day.of((*here, on))) or Use()
