"""A nation in which everybody writes to the Zalo bot of their team, and what each bot has spent by then."""

import random
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime

from benchmarks.nation.accounts import Account, Heard
from benchmarks.nation.land import Land, person_id
from benchmarks.zalo.desk import Desk
from bot.channel import Capabilities, Channel, Sent, Throttled
from bot.channels.zalo import ZaloChannel
from bot.channels.zalo.limits import pause_after
from handlers.allowance import ALLOWED
from handlers.messages import Outbound
from storage import account_use, bot_accounts
from storage.bot_accounts import AccountKey, AccountState, BotAccount
from storage.effects import Effect

USUAL, SPREAD = 2250, 400
"""What a bot has spent of its month, mean and deviation: fifteen working days of a team of thirty."""


class ZaloLand(Land):
    """One bot a team."""

    def account(self, number: int) -> AccountKey:
        """See ``Land``."""
        return self.bot(self.team(number))

    def bot(self, team: int) -> AccountKey:
        """The bot of a team."""
        return "zalo", f"{10**18 + team}"

    def spent(self) -> Mapping[str, int]:
        """What each bot has spent before the day, by account: some of them nearly all, a few all."""
        chance = random.Random(2)
        return {
            self.bot(team)[1]: min(ALLOWED.month, max(0, round(chance.gauss(USUAL, SPREAD))))
            for team in range(self.teams)
        }

    def bots(self, now: datetime) -> Iterator[Effect]:
        """The bots as they were connected, with what they have spent."""
        for team in range(self.teams):
            channel, account = self.bot(team)
            yield bot_accounts.added(
                BotAccount(
                    tenant=self.province(team), id=f"bot-{team}", channel=channel, account=account,
                    unit_code=self.province(team), team_id=f"team-{team}", sealed_token="x",
                    state=AccountState.LIVE, title=f"Bot {team}", added_by=person_id(team),
                    created_at=now, checked_at=now,
                )
            )  # fmt: skip
        for account, spent in self.spent().items():
            yield from account_use.counted("zalo", account, now, sent=spent - spent // 2, received=spent // 2)


class Bot(Account):
    """One bot with Zalo's rate, spacing and month; sending takes no time of its own."""

    capabilities: Capabilities = ZaloChannel.capabilities

    def __init__(self, account: str, nation: "Bots") -> None:
        super().__init__("zalo", account, nation.heard, nation.desk.now)
        self.capabilities = ZaloChannel.capabilities
        self._nation = nation
        self._refused = 0

    async def send(self, chat: str, message: Outbound) -> Sent:
        """Refuse as Zalo does when the month is spent."""
        nation = self._nation
        if nation.spent[self.account] >= ALLOWED.month:
            self._refused += 1
            raise Throttled(pause_after(self._refused), whole=True)
        nation.spent[self.account] += 1
        nation.seconds[nation.desk.now().replace(microsecond=0)] += 1
        nation.lanes[message.lane.name] += 1
        return await super().send(chat, message)


class Bots(Mapping[AccountKey, Channel]):
    """Made when the first message passes, as the program does. ``spent`` counts each bot's month as Zalo
    does, ``seconds`` what left in each second, ``lanes`` what left of each kind."""

    def __init__(self, land: ZaloLand, heard: Heard, desk: Desk) -> None:
        self.heard, self.desk = heard, desk
        self.spent = dict(land.spent())
        self.seconds = Counter[datetime]()
        self.lanes = Counter[str]()
        self._count = land.teams
        self._made: dict[AccountKey, Channel] = {}

    def arrived(self, key: AccountKey) -> None:
        """A message to a bot counts too."""
        self.spent[key[1]] += 1

    def __getitem__(self, key: AccountKey) -> Channel:
        if key not in self._made:
            self._made[key] = Bot(key[1], self)
        return self._made[key]

    def __iter__(self) -> Iterator[AccountKey]:
        return iter(self._made)

    def __len__(self) -> int:
        return self._count

    def __contains__(self, key: object) -> bool:
        return True
