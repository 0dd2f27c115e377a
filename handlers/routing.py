"""What a message means, before anything is read for it: pure, so that a batch can ask its needs at once."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers import linking, reporting, rota
from handlers.claim import read_claim
from handlers.conversation import TYPED, Conversation, Opening
from handlers.engine import (
    Answer,
    Code,
    Command,
    FormField,
    Name,
    Session,
    Tally,
    Text,
    fields_of,
    is_form_data,
)
from handlers.messages import Button, Inbound, Kind
from handlers.named import chosen, looks_like_code
from handlers.notice import read_latest
from handlers.permissions import Access, Actor, allowed
from handlers.rota.wordings import wordings
from handlers.route import How, Route
from handlers.shorthand import ShorthandDraft, parse
from handlers.shorthand.lexicon import lexicon
from handlers.vocabulary import Vocabulary
from locales.formats import local

REPORTS = {"report": "lines", "day_form": "figures"}
"""The forms that a line of shorthand fills, and their first question."""
FARTHEST = timedelta(days=92)
"""How far a typed rota is looked ahead."""
LONGEST_TEXT = 2000
"""Characters; a longer text is no answer to anything but a question that asks for more."""
_GROUPED = re.compile(r"[A-Za-z0-9]{4}[ -]?[A-Za-z0-9]{4}")  # members write other things of eight letters


class Router:
    """Finds the way of a message from who sent it and where they stand."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        lexicon()  # read at the start, not while the first person waits
        wordings()

    def route(
        self,
        inbound: Inbound,
        actor: Actor,
        now: datetime,
        session: Session | None,
        offered: tuple[Button, ...],
        place_for: str = "",
        *,
        plenty: bool = True,
    ) -> Route:
        """The way of ``inbound``."""
        session = self._still_open(actor, session)
        way = _Way(self.vocabulary, inbound, actor, now, session, offered, place_for, plenty)
        return way.by_kind() if inbound.private else way.in_group()

    def _still_open(self, actor: Actor, session: Session | None) -> Session | None:
        """``session``, unless its person has lost the role its conversation asks for: then it is closed."""
        conversation = self.vocabulary.by_name.get(session.form) if session else None
        return None if conversation and not allowed(actor, conversation.access) else session


@dataclass(frozen=True, slots=True)
class _Way:
    vocabulary: Vocabulary
    inbound: Inbound
    actor: Actor
    now: datetime
    session: Session | None
    offered: tuple[Button, ...]
    place_for: str
    plenty: bool

    def in_group(self) -> Route:
        return self._reply("group-private") if self.inbound.addressed else self._plain(How.SILENT)

    def by_kind(self) -> Route:
        inbound = self.inbound
        if inbound.kind in (Kind.BLOCKED, Kind.UNBLOCKED):
            return self._plain(How.MARK)
        if inbound.kind is Kind.EDITED or inbound.forwarded:
            return self._reply("edited" if inbound.kind is Kind.EDITED else "forwarded")
        if inbound.kind is Kind.TAP:
            return self._tapped(inbound.data)
        if inbound.kind is Kind.START:
            known = self.actor.memberships and not inbound.data
            return self._opened("help" if known else "join", inbound.data)
        if inbound.kind is Kind.PLACE and self.place_for:
            return self._tapped(self.place_for)
        if inbound.kind is Kind.TEXT:
            return self._typed(inbound.text.strip())
        taken = inbound.kind is Kind.PHOTO and inbound.sealed_photo and self.actor.in_teams
        return self._opened("send_photo", "") if taken else self._reply(f"unsupported-{inbound.kind}")

    def _tapped(self, data: str) -> Route:
        if is_form_data(data):
            tap = self.inbound.callback or self.inbound.update_key
            answer = Answer(data=data, callback=tap, today_on=local(self.now).date())
            return self._form(answer) if self.session else self._reply("button-old")
        head, name, arg = (*data.split(":", 2), "", "")[:3]
        if head == "do" and name in self.vocabulary.by_name:
            return self._opened(name, arg)
        return self._reply("button-old")

    def _typed(self, text: str) -> Route:
        if not text or len(text) > self._longest():
            return self._reply("too-long" if text else "unsupported-other")
        if (command := self.vocabulary.command_in(text)) is not None:
            return self._commanded(command)
        if (split := self.vocabulary.split(text)) is not None:
            return self._opened(split[0].name, split[1])
        if text.startswith("/"):
            return self._reply("unknown-command")
        named = self._named(text)
        # Where the question takes any words, "báo cáo" may be an answer.
        if named is not None and (named.heard_first or not self._asks(Text, Name)):
            return self._opened(named.name, "")
        if instead := self._instead(text):
            return self._opened(*instead)
        if self.session and not self._whole_report(text):
            return self._form(self._answer(text))
        return self._free(text)

    def _named(self, text: str) -> Conversation | None:
        """What ``text`` names, unless that is barred to whoever writes and it asks for more than that."""
        named = self.vocabulary.named_by(text)
        barred = named is not None and not allowed(self.actor, named.access)
        return None if barred and self._wished(text) else named

    def _commanded(self, command: Command) -> Route:
        if self.session:
            return self._form(Answer(command=command))
        return self._reply("nothing-to-cancel" if command is Command.CANCEL else "nothing-to-go-back")

    def _free(self, text: str) -> Route:
        """A line that answers no question: a listed choice, a code, a report, else a question for the FAQ."""
        if (value := chosen(text, self.offered)) is not None:
            return self._tapped(value)
        if (short := self.vocabulary.shortcut(text) or self._wished(text)) is not None:
            return self._opened(short[0].name, short[1])
        if self.actor.person is not None and self.vocabulary.nods(text):
            worth = self.plenty or self.actor.person.owed or "?" in text  # a message that is counted
            return self._reply("nod") if worth else self._plain(How.SILENT)
        if self.actor.in_teams and (claim := read_claim(text)) and claim.code:
            return self._opened("check_in", text)
        if self._plans(text):
            return self._opened("plan", text)
        tells = self.actor.in_teams or self._of_day
        if tells and (draft := parse(text, local(self.now).date())).is_report:
            return self._reported(text, draft)
        if looks_like_code(text) and (self.actor.person is None or _GROUPED.fullmatch(text)):
            return self._opened("join", text)
        return self._opened("faq", text)

    def _wished(self, text: str) -> tuple[Conversation, str] | None:
        """What a whole sentence asks for, of what whoever writes may open."""
        may = [one for one in self.vocabulary.wished(text) if allowed(self.actor, one[0].access)]
        return may[0] if may else None

    def _reported(self, text: str, draft: ShorthandDraft) -> Route:
        """A line that reports: of a leader's whole team, of what got stuck alone, else of one's own work."""
        whole = self.actor.led and (draft.whose == "team" or draft.figures)
        if draft.whose != "self" and (whole or self._of_day):
            return self._opened("day_form", f"{TYPED}{text}")
        counted = draft.lines or draft.figures or draft.groups or draft.visits is not None
        if draft.difficulties and not (counted or draft.same_as_yesterday):
            return self._opened("difficulty", f"{TYPED}{text}")
        return self._opened("report", text)

    def _answer(self, text: str) -> Answer:
        today_on = local(self.now).date()
        tally = reporting.counts(text, today_on, whole=self._of_day) if self._asks(Tally) else None
        return Answer(text=text, tally=tally, today_on=today_on, callback=self.inbound.update_key)

    def _whole_report(self, text: str) -> bool:
        """Whether a line answers a whole report at its first question, or says it anew on its summary: then
        it is echoed at once."""
        session = self.session
        if session is None or session.editing or session.form not in REPORTS:
            return False
        first = REPORTS[session.form]
        if session.field not in ("", first) or (session.field and session.draft.get(first)):
            return False
        draft = parse(text, local(self.now).date())
        return draft.is_report and (bool(session.field) or draft.change != "add")

    def _instead(self, text: str) -> tuple[str, str] | None:
        """What a line opens, and with what, although a question may be open: a rota, or a code that joins a
        second chat."""
        if self.session and self._whole_sheet(text):
            return "plan", f"{self.session.draft.get('team', '')}::{text}"
        joins = linking.typed(text) and (self.session is None or self._asks(Code))
        return ("link", text) if joins else None

    def _whole_sheet(self, text: str) -> bool:
        """Whether somebody who plans types a rota instead of an answer: it takes the place of the form."""
        if self.session is None or self.session.form != "plan":
            return False
        lines = rota.read(text, local(self.now).date()).lines
        return bool(lines) and all(line.has_days and line.spans for line in lines)

    def _plans(self, text: str) -> bool:
        """Whether a leader types a rota: shifts beyond doubt, and nobody helped in them."""
        today_on = local(self.now).date()
        if not allowed(self.actor, Access.LEADER) or not (sheet := rota.read(text, today_on)).planning:
            return False
        coming = rota.days_of(sheet.lines, self.now, {}, today_on + FARTHEST).slots
        if coming and all(one.starts_at <= self.now for one in coming):
            return False
        draft = parse(text, today_on)
        return not (draft.lines or draft.figures or draft.difficulties or draft.groups)

    def _asks(self, *kinds: type) -> bool:
        """Whether the open question is of one of ``kinds``."""
        asked = self._asked()
        return asked is not None and isinstance(asked.kind, kinds)

    def _longest(self) -> int:
        """How long a text may be to be read now."""
        asked = self._asked()
        return max(LONGEST_TEXT, asked.kind.max if asked and isinstance(asked.kind, Text) else 0)

    @property
    def _of_day(self) -> bool:
        """Whether the whole team's figures are asked: there "70 lượt" is the team's."""
        session = self.session
        return session is not None and session.form == "day_form" and session.field == REPORTS["day_form"]

    def _asked(self) -> FormField | None:
        """The open question."""
        conversation, session = self._of_session(), self.session
        if conversation is None or conversation.form is None or session is None:
            return None
        return next((one for one in fields_of(conversation.form) if one.name == session.field), None)

    def _of_session(self) -> Conversation | None:
        return self.vocabulary.by_name.get(self.session.form) if self.session else None

    def _opened(self, name: str, arg: str) -> Route:
        conversation = self.vocabulary.by_name[name]
        first = self._comes_first(conversation, arg)
        if first is not None:
            conversation, arg = self.vocabulary.by_name[first[0]], first[1]
        if not allowed(self.actor, conversation.access):
            if self.actor.person is None:
                return Route(How.OPEN, self._opening(""), self.vocabulary.by_name["join"])
            homeless = conversation.access is Access.MEMBER and not self.actor.in_teams
            return self._reply("no-team" if homeless else "not-allowed")
        return Route(How.OPEN, self._opening(arg), conversation)

    def _comes_first(self, conversation: Conversation, arg: str = "") -> tuple[str, str] | None:
        """What is opened instead, and with what: whoever paused their data is offered to go on, whoever
        agreed to an older notice is asked again, before what they wanted; their rights are open to both."""
        person = self.actor.person
        if person is None or conversation.always_open:
            return None
        if person.paused_at is not None:
            return "my_data", "paused"
        return None if read_latest(person) else ("agree_again", f"{conversation.name}:{arg}")

    def _form(self, answer: Answer) -> Route:
        conversation = self._of_session()
        if conversation is None:
            return self._reply("form-gone")
        first = self._comes_first(conversation)
        if first is not None:
            return self._opened(*first)
        instead = self._between(answer.text) if answer.text else None
        return Route(How.FORM, self._opening(""), conversation, answer=answer, instead=instead)

    def _between(self, text: str) -> Route | None:
        """The way of a line that is no answer; where any words are one, only that of what is named."""
        if self._asks(Text, Name):
            return self._opened(named.name, "") if (named := self._named(text)) else None
        if wish := self._wished(text):
            return self._opened(wish[0].name, wish[1])
        today_on, open_, at = local(self.now).date(), self._of_session(), self.session
        if open_ and at and (again := open_.retold(at.field, text, today_on)):
            return self._opened(open_.name, again)
        draft = parse(text, today_on) if self.actor.in_teams and at and at.form not in REPORTS else None
        return self._reported(text, draft) if draft and draft.is_report else None

    def _reply(self, key: str) -> Route:
        """Say ``key``, and show the open question again: the conversation is read for that."""
        return Route(How.REPLY, self._opening(""), self._of_session(), reply=key)

    def _plain(self, how: How) -> Route:
        return Route(how, self._opening(""))

    def _opening(self, arg: str) -> Opening:
        return Opening(self.actor, self.inbound, arg, self.now, self.session, self.plenty)
