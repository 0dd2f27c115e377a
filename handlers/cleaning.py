"""What a person typed, made safe to keep: NFC, no control characters, no broken letters."""

import re
import unicodedata
from dataclasses import replace

from handlers.messages import Inbound

_UNKEEPABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufeff]")


def cleaned(inbound: Inbound) -> Inbound:
    """``inbound`` with its text in NFC and without what no database or screen should get: control
    characters, lone surrogates, marks that turn the direction of reading."""
    text = unicodedata.normalize("NFC", _UNKEEPABLE.sub("", inbound.text))
    data = _UNKEEPABLE.sub("", inbound.data)
    return inbound if (text, data) == (inbound.text, inbound.data) else replace(inbound, text=text, data=data)
