"""The weekly roll-up of one's own unit: it writes itself; whoever coordinates reads it and sends it up."""

from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.leading import unit_named
from handlers.messages import Button
from handlers.permissions import Access
from handlers.turn import UNDO_FOR, Turn
from handlers.weekly import asked, told
from handlers.weekly.asked import asking
from handlers.weekly.compose import HALVES, Composed, sensitive
from locales.formats import clock, local, near_day
from storage import rollups
from storage.records.case import Level
from storage.records.rollup import Document, Rollup, RollupState, canonical, hashed
from storage.records.unit import CENTRE
from storage.sums import WORK_DAYS
from storage.week_figures import FOUNDED
from storage.week_pictures import WeekPicture

SEE, SEND, UNSEND = "see", "send", "unsend"
VERBS = (SEE, SEND, UNSEND)


class Weekly(Conversation):
    """See the module. The argument is what to do, with which unit and week: ``send:00235:261116``."""

    name = "weekly"
    command = "tonghoptuan"
    access = Access.TOTALS
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """The week of the unit."""
        return asked.needs(opening, asked.read(opening.arg, VERBS))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """The roll-up as it stands, or a step of it."""
        wanted = asked.read(arg, VERBS)
        seen = asked.picture(turn, wanted)
        if seen is None:
            asked.choose(turn, self.name, SEE)
            return None
        draft, made = asked.drafted(turn, seen)
        if wanted.verb == SEND and draft.state is RollupState.DRAFT:
            self._send(turn, seen, draft, made)
        elif wanted.verb == UNSEND and self._mine(turn, draft):
            self._unsend(turn, seen, draft, made)
        else:
            self._show(turn, seen, draft, made.document)
        return None

    def _show(self, turn: Turn, seen: WeekPicture, draft: Rollup, made: Document, before: str = "") -> None:
        document = draft.document or made
        lines = [told.told(turn.words, document), "", self._stage(turn, seen, draft)]
        text = "\n".join([*([before] if before else []), *lines])
        open_now = draft.state is RollupState.DRAFT
        turn.say(text, [*(self._ways(turn, seen, draft) if open_now else []), *self._last(turn, seen, draft)])

    def _stage(self, turn: Turn, seen: WeekPicture, draft: Rollup) -> str:
        """How far it has come; of a sent one also what has changed since."""
        newest = seen.newest
        if draft.state is not RollupState.DRAFT:
            at = draft.sent_at or turn.now
            return turn.text(
                "weekly-stage-sent",
                at=clock(at),
                day=near_day(local(at).date(), turn.words.language),
                state=draft.state,
                level=draft.level,
                changed=self._changed(turn, seen) or "none",
                now=clock(turn.now),
            )
        reason = newest.reason if newest and newest.state is RollupState.RETURNED else self._reason(seen)
        if turn.today_on < seen.period.until:
            return turn.text("weekly-stage-running", until=told.day_named(turn.words, seen.period.until_on))
        return turn.text("weekly-stage-draft", reason=reason or "none")

    def _reason(self, seen: WeekPicture) -> str:
        """Why the edition before this draft was returned."""
        found = [one.reason for one in seen.editions if one.since_on == seen.period.since_on and one.reason]
        return found[-1] if found else ""

    def _changed(self, turn: Turn, seen: WeekPicture) -> str:
        """What is different from what was sent: it will be next week's adjustment."""
        said, now = seen.published.get(seen.period.since_on, {}), seen.now.values
        keys = [key for key in sorted({*said, *now}) if key[0] != FOUNDED and not sensitive(key)]
        return ", ".join(
            f"{told.called(turn.words, *key)} "
            + told.signed(
                turn.words, now.get(key, 0) - said.get(key, 0), HALVES if key[0] == WORK_DAYS else 1
            )
            for key in keys
            if now.get(key, 0) != said.get(key, 0)
        )

    def _ways(self, turn: Turn, seen: WeekPicture, draft: Rollup) -> list[list[Button]]:
        def way(label: str, conversation: str, verb: str) -> Button:
            return Button(turn.text(label), asking(conversation, verb, seen.unit_code, seen.period))

        rows = [
            [way("weekly-edit-news", "weekly_lines", "news"), way("weekly-edit-asks", "weekly_lines", "asks")]
        ]
        if seen.models:
            rows.append([way("weekly-choose-models", "weekly_models", SEE)])
        if turn.today_on >= seen.period.until:
            above = "none" if seen.level is Level.CENTRAL else seen.level
            send = Button(
                turn.text("weekly-send", level=above), asking(self.name, SEND, seen.unit_code, seen.period)
            )
            rows.append([send])
        return rows

    def _last(self, turn: Turn, seen: WeekPicture, draft: Rollup) -> list[list[Button]]:
        unit, period = seen.unit_code, seen.period
        why = Button(turn.text("weekly-why-open"), asking("weekly_why", SEE, unit, period))
        undo = [self._undo(turn, seen)] if self._mine(turn, draft) else []
        running = turn.today_on <= period.until
        other = period.moved(-1) if running else period.moved(1)
        moved = Button(
            turn.text("weekly-before" if running else "weekly-after"), asking(self.name, SEE, unit, other)
        )
        units = Button(turn.text("weekly-units-all"), asking("weekly_units", SEE, unit, period))
        files = [
            Button(turn.text(f"weekly-file-{kind}"), asking("weekly_file", kind, unit, period))
            for kind in ("docx", "xlsx")
        ]
        below = [] if seen.level is Level.COMMUNE else [units]
        return [files, [*undo, why], self._remind(turn, seen), [moved, *below]]

    def _remind(self, turn: Turn, seen: WeekPicture) -> list[Button]:
        """In a commune, the teams of which nothing came; above it that is asked where all units stand."""
        silent = sum(one.expected and not one.reported for one in seen.now.teams)
        if seen.level is not Level.COMMUNE or not silent:
            return []
        label = turn.text("weekly-nudge-open", level=seen.level, count=silent)
        return [Button(label, asking("weekly_nudge", SEE, seen.unit_code, seen.period))]

    def _undo(self, turn: Turn, seen: WeekPicture) -> Button:
        return Button(turn.text("weekly-unsend"), asking(self.name, UNSEND, seen.unit_code, seen.period))

    def _mine(self, turn: Turn, draft: Rollup) -> bool:
        """Whether whoever writes sent it so lately that they may take it back; the centre's is locked at
        once, because nobody stands above."""
        taken = draft.state is RollupState.LOCKED and draft.level is not Level.CENTRAL
        lately = draft.sent_at is not None and draft.sent_at >= turn.now - UNDO_FOR
        return bool(draft.body) and not taken and lately and draft.sent_by == turn.actor.key[1]

    def _send(self, turn: Turn, seen: WeekPicture, draft: Rollup, made: Composed) -> None:
        if turn.today_on < seen.period.until:
            self._show(turn, seen, draft, made.document)
            return
        body = canonical(made.document)
        central = seen.level is Level.CENTRAL
        sent = draft.model_copy(
            update={
                "state": RollupState.LOCKED if central else RollupState.SENT,
                "body": body,
                "body_hash": hashed(body),
                "updated_at": turn.now,
                "sent_at": turn.now,
                "sent_by": turn.actor.key[1],
            }
        )
        turn.note(rollups.saved(sent), *rollups.frozen(sent, sent.since_on, made.values))
        for since_on, changes in made.adjusted.items():
            turn.note(*rollups.frozen(sent, since_on, changes))
        turn.note(*(rollups.settled(sent, since_on, times) for since_on, times in seen.moved.items()))
        above = {Level.COMMUNE: sent.tenant, Level.PROVINCE: CENTRE}.get(seen.level, "")
        said = turn.text(
            "weekly-sent",
            week=told.week_named(turn.words, seen.period),
            above=unit_named(turn, above) if above else "none",
            edition=str(sent.edition),
            at=clock(turn.now),
        )
        see = Button(turn.text("weekly-open"), asking(self.name, SEE, seen.unit_code, seen.period))
        turn.say(said, [[self._undo(turn, seen), see]])

    def _unsend(self, turn: Turn, seen: WeekPicture, draft: Rollup, made: Composed) -> None:
        """A draft again: what it said is forgotten, what people wrote stays."""
        gone = {"state": RollupState.DRAFT, "body": "", "body_hash": "", "sent_at": None, "sent_by": ""}
        back = draft.model_copy(update={**gone, "updated_at": turn.now})
        turn.note(rollups.saved(back), *rollups.thawed(back))
        said = turn.text("weekly-unsent", week=told.week_named(turn.words, seen.period))
        see = Button(turn.text("weekly-open"), asking(self.name, SEE, seen.unit_code, seen.period))
        turn.say(said, [[see, Button(turn.text("menu-open"), action("help"))]])
