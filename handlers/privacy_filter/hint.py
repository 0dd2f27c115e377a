"""Names and addresses: no pattern can tell them for sure, so they earn a reminder, never a block."""

import re
import unicodedata

from handlers.privacy_filter.shadow import cast

_NAME = re.compile(
    r"\b(?P<address>[oO]ng|[bB]a|[cC]o|[cC]hu|[bB]ac|[aA]nh|[cC]hi)[ ]"
    r"(?!Ria|Na|Den|Diem|Chua|To|Son|Doan|Bi|Cong)(?:[A-Z][a-z]*[ ]){1,3}[A-Z][a-z]*\b"
)
# Accents decide: "bà Nguyễn Thị Hoa" is a person, "ba Trung Tâm" and "có Trung Tâm" are not.
_FORMS_OF_ADDRESS = frozenset({"ông", "bà", "cô", "chú", "bác", "anh", "chị", "ong", "bac", "chu"})
_ADDRESS = re.compile(
    r"\b[sS]o nha[ ]\d|\b[nN]ha so[ ]\d"
    r"|(?<!van hoa )(?<!nvh )\b(?:[tT]hon|[xX]om|[aA]p)[ ](?:\d|[A-Z])"
    r"|\b\d{1,4}(?:/\d{1,4}){1,2}[ ](?:duong|pho|hem|ngo)\b"
)


def hint(text: str) -> bool:
    """Whether ``text`` seems to name a person after a form of address, or a house."""
    shadow = cast(text)
    if _ADDRESS.search(shadow.text):
        return True
    for match in _NAME.finditer(shadow.text):
        start, end = shadow.back(*match.span("address"))
        if unicodedata.normalize("NFC", text[start:end]).lower() in _FORMS_OF_ADDRESS:
            return True
    return False
