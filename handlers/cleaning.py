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
    named = (inbound.data, inbound.tapped, inbound.callback)
    data, tapped, callback = (_UNKEEPABLE.sub("", one) for one in named)
    if (text, data, tapped, callback) == (inbound.text, *named):
        return inbound
    return replace(inbound, text=text, data=data, tapped=tapped, callback=callback)
