"""The form engine: a pydantic model asked one field at a time, on any channel, without side effects."""

from handlers.engine.answer import (
    COUNTERS,
    RESERVED,
    RULES,
    WORDS,
    Answer,
    Command,
    Offer,
    Option,
    OptionsFor,
    Words,
    Wrong,
)
from handlers.engine.buttons import button_data, is_form_data
from handlers.engine.fields import (
    Choice,
    Code,
    Day,
    Many,
    Name,
    Number,
    PhotoField,
    Tally,
    Text,
    Time,
    YesNo,
)
from handlers.engine.form import Form, FormField, Skippable, When, fields_of
from handlers.engine.kind import Told
from handlers.engine.outcome import Ask, Cancelled, Finished, Outcome, Stale
from handlers.engine.path import applying, draft_of
from handlers.engine.session import Session, from_json, to_json
from handlers.engine.step import alone, begin, recheck, resume, step

__all__ = [
    "COUNTERS",
    "RESERVED",
    "RULES",
    "WORDS",
    "Answer",
    "Ask",
    "Cancelled",
    "Choice",
    "Code",
    "Command",
    "Day",
    "Finished",
    "Form",
    "FormField",
    "Many",
    "Name",
    "Number",
    "Offer",
    "Option",
    "OptionsFor",
    "Outcome",
    "PhotoField",
    "Session",
    "Skippable",
    "Stale",
    "Tally",
    "Text",
    "Time",
    "Told",
    "When",
    "Words",
    "Wrong",
    "YesNo",
    "alone",
    "applying",
    "begin",
    "button_data",
    "draft_of",
    "fields_of",
    "from_json",
    "is_form_data",
    "recheck",
    "resume",
    "step",
    "to_json",
]
