"""The bots of a team or unit: which there are, a new one by pasting its token, a poster, letting one go."""

from collections.abc import Iterator, Sequence
from typing import Annotated, ClassVar

from handlers import bot_token, connecting, ways_in
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.engine import Choice, Form, Option
from handlers.linking import channel_named
from handlers.messages import Button
from handlers.permissions import Access, Actor, covers
from handlers.turn import Turn
from storage import bot_accounts, teams
from storage.bot_accounts import AccountCard, AccountState, BotAccount
from storage.records.team import TeamCard

POSTER, DROP, GONE = "poster", "drop", "gone"
MOST = 6
"""Bots listed at once."""


class BotsForm(Form):
    """For whom the bot is that a token was pasted of."""

    name: ClassVar[str] = "bots"
    summary: ClassVar[bool] = False

    node: Annotated[str | None, Choice(sole=True)] = None
    token: str = ""


class Bots(Conversation):
    """See the module. The token is sealed before it is stored; what is connected is checked by whoever
    receives, and answered then."""

    name = "bots"
    access = Access.LEADER
    form = BotsForm

    def takes(self, rest: str) -> bool:
        """A token."""
        return bot_token.read(rest) is not None

    def guards(self, arg: str) -> bool:
        """A bot of somebody's through which the team would speak."""
        return bool(bot_token.read(arg))

    def needs(self, opening: Opening) -> Needs:
        """The teams led, the bots there are, and who has the one whose token was pasted."""
        actor = opening.actor
        for team_id in actor.led:
            yield teams.card.of((actor.tenant, team_id))
        yield bot_accounts.of_tenant.of(actor.tenant)
        held = str(opening.session.draft.get("token", "")) if opening.session else ""
        for text in {opening.arg, held}:
            if token := bot_token.read(text):
                yield bot_accounts.by_account.of((token.channel, token.account))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """Connect what was pasted, do what the button says, or show what there is."""
        verb, _, account_id = arg.partition(":")
        if token := bot_token.read(arg):
            if self._elsewhere(turn, token):
                turn.say(turn.text("bots-elsewhere"))
                return None
            return Begin({"token": arg})
        card = next((one for one in self._own(turn) if one.id == account_id), None)
        if verb in (POSTER, DROP, GONE) and card is None:
            turn.say(turn.text("bots-unknown"))
        elif card is not None:
            self._do(turn, verb, card)
        else:
            self._show(turn)
        return None

    def options(self, turn: Turn, field: str) -> Sequence[Option]:
        """The teams led and the units coordinated."""
        led = [Option(card.id, card.name) for card in self._led(turn)]
        units = [Option(code, self._unit(turn, code)) for code in turn.actor.coordinated]
        return [*led, *units]

    def finish(self, turn: Turn, draft: BotsForm) -> None:
        """Keep the sealed token; whoever receives asks the platform and answers."""
        token = bot_token.read(draft.token)
        team = next((card for card in self._led(turn) if card.id == draft.node), None)
        if token is None or self._elsewhere(turn, token):
            turn.say(turn.text("bots-elsewhere"))
            return
        record = BotAccount(
            tenant=turn.actor.tenant,
            id=turn.new_id(),
            channel=token.channel,
            account=token.account,
            unit_code=team.unit_code if team else draft.node or "",
            team_id=team.id if team else "",
            sealed_token=token.sealed,
            added_by=turn.actor.key[1],
            answer_to=turn.actor.contact.key if turn.actor.contact else "",
            created_at=turn.now,
        )
        turn.note(bot_accounts.added(record))
        turn.say(turn.text("bots-asked", channel=channel_named(turn, token.channel)))

    def _do(self, turn: Turn, verb: str, card: AccountCard) -> None:
        if verb == POSTER:
            drawing = connecting.poster(turn.words, card, self._node(turn, card))
            turn.say(turn.text("bots-poster-here", title=card.title), drawing=drawing)
        elif verb == DROP:
            sure = Button(turn.text("bots-drop-sure"), action(self.name, f"{GONE}:{card.id}"))
            keep = Button(turn.text("bots-keep"), action(self.name))
            turn.say(turn.text("bots-drop-ask", title=card.title, people=card.people), [[sure, keep]])
        else:
            turn.note(bot_accounts.removed(card), bot_accounts.contacts_marked(card, unreachable=True))
            turn.say(turn.text("bots-dropped", title=card.title))

    def _show(self, turn: Turn) -> None:
        own = self._own(turn)
        lines = [self._line(turn, card) for card in own[:MOST]]
        rows = [
            [self._button(turn, POSTER, card), self._button(turn, DROP, card)]
            for card in own[:MOST]
            if card.state is AccountState.LIVE
        ]
        head = [turn.text("bots-list" if own else "bots-none"), *lines]
        turn.say("\n".join([*head, turn.text("bots-how")]), rows)

    def _line(self, turn: Turn, card: AccountCard) -> str:
        room = ways_in.room(turn, card)
        return turn.text(
            "bots-one",
            title=card.title or card.account,
            channel=channel_named(turn, card.channel),
            node=self._node(turn, card),
            state=card.state,
            people=card.people,
            most=room or "none",
        )

    def _button(self, turn: Turn, verb: str, card: AccountCard) -> Button:
        return Button(turn.text(f"bots-{verb}", title=card.title), action(self.name, f"{verb}:{card.id}"))

    def _own(self, turn: Turn) -> list[AccountCard]:
        """The bots whoever asks may decide about, nearest first."""
        found = turn.facts.get(bot_accounts.of_tenant.of(turn.actor.tenant)) or []
        own = [card for card in found if _may(turn.actor, card)]
        return sorted(own, key=lambda card: (card.team_id not in turn.actor.led, card.created_at))

    def _elsewhere(self, turn: Turn, token: bot_token.SealedToken) -> bool:
        """Whether somebody else has connected the bot and not let go of it."""
        held = turn.facts.get(bot_accounts.by_account.of((token.channel, token.account)))
        in_use = held is not None and held.state in (AccountState.ASKED, AccountState.LIVE)
        return in_use and held is not None and not _may(turn.actor, held)

    def _led(self, turn: Turn) -> Iterator[TeamCard]:
        for team_id in turn.actor.led:
            card = turn.facts.get(teams.card.of((turn.actor.tenant, team_id)))
            if card is not None and card.closed_at is None:
                yield card

    def _node(self, turn: Turn, card: AccountCard) -> str:
        return card.team_name or self._unit(turn, card.unit_code)

    def _unit(self, turn: Turn, code: str) -> str:
        unit = turn.desk.units.unit(code)
        return turn.text("unit-named", kind=unit.kind, unit=unit.name) if unit else code


def _may(actor: Actor, card: AccountCard) -> bool:
    """Whether ``actor`` leads the team, or coordinates the unit, that a bot belongs to."""
    if card.tenant != actor.tenant:
        return False
    return card.team_id in actor.led or any(covers(code, card) for code in actor.coordinated)
