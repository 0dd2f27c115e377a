"""A week's roll-up as a file: the document to print and sign, or the workbook with every line behind it."""

import json

from handlers.conversation import Begin, Conversation, Needs, Opening
from handlers.exports_named import file_name
from handlers.messages import Button, Paper
from handlers.permissions import Access
from handlers.turn import Turn
from handlers.weekly import asked
from handlers.weekly.asked import asking
from storage.records.case import Level
from storage.records.rollup import Document
from storage.week_pictures import WeekPicture

DOCX, XLSX = "docx", "xlsx"
VERBS = (DOCX, XLSX)


class WeeklyFile(Conversation):
    """See the module. The argument is which file, of which unit and week: ``docx:00235:261116``."""

    name = "weekly_file"
    access = Access.TOTALS
    keeps_form = True
    shortcuts = (DOCX, XLSX)

    def needs(self, opening: Opening) -> Needs:
        """The week of the unit."""
        return asked.needs(opening, asked.read(opening.arg, VERBS))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """What was sent, byte for byte; else what it would say now, marked as a draft."""
        wanted = asked.read(arg, VERBS)
        seen = asked.picture(turn, wanted)
        if seen is None:
            asked.choose(turn, self.name, wanted.verb or DOCX)
            return None
        draft, made = asked.drafted(turn, seen)
        document = draft.document or made.document
        kind = wanted.verb or DOCX
        shows = {
            "document": document.model_dump(mode="json"),
            "draft": draft.document is None,
            "tenants": [] if document.level is Level.CENTRAL else [document.tenant],
            "lines": document.level is not Level.CENTRAL,
        }
        paper = Paper(f"rollup_{kind}", json.dumps(shows, ensure_ascii=False), _named(turn, document, kind))
        central = kind == XLSX and document.level is Level.CENTRAL
        said = turn.text(
            "weekly-file-here",
            kind="sums" if central else kind,
            draft="yes" if draft.document is None else "no",
        )
        turn.say(said, [self._ways(turn, seen, kind)], paper=paper)
        return None

    def _ways(self, turn: Turn, seen: WeekPicture, kind: str) -> list[Button]:
        other = XLSX if kind == DOCX else DOCX
        return [
            Button(turn.text(f"weekly-file-{other}"), asking(self.name, other, seen.unit_code, seen.period)),
            Button(turn.text("weekly-open"), asking("weekly", "see", seen.unit_code, seen.period)),
        ]


def _named(turn: Turn, document: Document, kind: str) -> str:
    """The name people save it under."""
    return file_name(
        turn.text("weekly-file-name", unit=document.unit, since=document.since_on, until=document.until_on),
        kind,
    )
