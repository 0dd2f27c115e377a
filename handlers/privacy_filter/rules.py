"""What counts as a citizen's number, and what only looks like one.

Every pattern reads the shadow (plain lower-case letters, ASCII digits; number plates also need the
case) and is linear: each repetition is bounded, possessive, or consumes what it read. A pattern begins
with what it seeks and looks behind afterwards, so that the scan can skip. The order is the meaning:
shapes with letters first, then phones and identity numbers, then any long run that is nothing else.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from handlers.privacy_filter.secrets import SECRET, no_secret
from handlers.privacy_filter.shadow import HIDDEN, STOP

Match = re.Match[str]


@dataclass(frozen=True, slots=True)
class Rule:
    """Hide ``pattern`` (its group ``token``, if any) as ``kind`` unless ``spared`` says otherwise.

    No kind: an innocent number, set aside so that later rules do not read it.
    """

    kind: str | None
    pattern: re.Pattern[str]
    spared: Callable[[Match], bool] = lambda _: False
    digits: bool = True
    """Whether there is nothing to hide where there is no digit."""


def _rule(
    kind: str | None, pattern: str, spared: Callable[[Match], bool] = lambda _: False, *, digits: bool = True
) -> Rule:
    return Rule(kind, re.compile(pattern), spared, digits)


# One separator within a number, and the looser kind that a number starting like a phone may have.
_S = r"[ .\-]"
_WIDE = r"[^0-9a-z\n\x00•]{0,3}+"
_NO_WORD_AFTER = r"(?![^\W_])"
_FIRST_DIGIT = r"\d(?<!\d\d)"
_FIRST_0 = r"0(?<!\d0)"
_FIRST_0_ALONE = rf"0(?<!\d0)(?<!\d{_S}0)"

# ---- numbers that carry letters -----------------------------------------------------------------
_plate = _rule(
    "plate",
    r"[1-9](?<![\w•].)\d(?:-?[A-Z]{1,2}\d?[ .\-]{0,3}(?:\d{3}\.?\d{2}|(?!19|20)\d{4})"
    rf"|-?[a-z]{{1,2}}\d?(?:[ ]?-[ ]?\d{{3}}\.?\d{{2}}|[ .]?\d{{3}}\.\d{{2}})){_NO_WORD_AFTER}",
)
_secret = Rule("secret", SECRET, no_secret, digits=False)
_insurance = _rule(
    "insurance",
    rf"[a-z](?<![^\W\d_].)(?<!•.)[a-z](?<!la|so|ma|da|co|va|do|ve|bi|di|be|ba|cu|em|tu|to|le|me|ra){_S}?[1-5](?:{_S}?\d){{12}}(?!\d)",
)
_dossier = _rule(
    "dossier",
    r"(?:\d(?<![\w•].)\d\d\.(?:\d{1,3}\.){0,3}[a-z]|[a-z](?<![\w•].))\d{2}(?:\.\d{1,4}){0,6}"
    r"[ ]?-[ ]?\d{6}[ ]?-[ ]?\d{3,6}(?!\d)",
)
_email = _rule(
    "email",
    r"[\w.%+\-](?<![\w.%+\-].)[\w.%+\-]*+[ ]?(?:@|[(\[]at?[)\]])"
    r"(?:[a-z0-9\-]{1,63}+(?:\.[a-z0-9\-]{1,63}+){1,4}"
    r"|[ ]?(?:gmail|yahoo|hotmail|outlook|icloud)(?![a-z0-9]))",
    digits=False,
)
_passport = _rule("passport", rf"[a-z](?<![\w•].)\d{{7,8}}{_NO_WORD_AFTER}")

# ---- phones and the twelve digits of the identity card --------------------------------------------
_PLUS_84 = r"(?:\+[ ]?84|\(\+?84\)|0084(?<!\d0084)|84(?<!\d84))"
_AFTER_0 = r"(?:0[1-9]|[1-8]\d|9[0-6])"
_phone_plain = _rule("phone", rf"{_FIRST_0}(?:[35789]\d{{8}}|2\d{{9}})(?!\d)")
_identity_plain = _rule("identity", rf"{_FIRST_0}{_AFTER_0}[0-3]\d{{8}}(?!\d)")
_phone_abroad = _rule("phone", rf"{_PLUS_84}{_WIDE}(?:\(?0\)?{_WIDE})?[235789](?:{_WIDE}\d){{8,9}}(?!\d)")
_identity_spaced = _rule("identity", rf"{_FIRST_0}{_AFTER_0}{_WIDE}[0-3](?:{_WIDE}\d){{8}}(?!\d)")
_identity_digit_by_digit = _rule(
    "identity",
    rf"{_FIRST_0_ALONE}{_S}(?:0{_S}[1-9]|[1-8]{_S}\d|9{_S}[0-6]){_S}[0-3](?:{_S}\d){{8}}(?!{_S}?\d)",
)
_phone_spaced = _rule(
    "phone", rf"{_FIRST_0}(?:[35789]\d\)?(?:{_WIDE}\d){{7}}|2\d{{1,2}}\)?(?:{_WIDE}\d){{7,8}})(?!\d)"
)
_phone_in_pairs = _rule("phone", rf"{_FIRST_0_ALONE}{_S}?[35789](?:{_S}?\d){{8}}(?!{_S}?\d)")

# ---- a word that says whose number follows --------------------------------------------------------
_KEYWORD = re.compile(
    r"(?:stk|so tk|so tai khoan|tai khoan(?: ngan hang)?|cccd|can cuoc|cmnd|cmt|cmtnd|so dinh danh|bhxh|mst"
    r"|ma so thue|sdt|so dien thoai|dien thoai|dt|zalo)[ :.\-=]*(?:(?:la|so|cua|vcb|bidv|agribank|mb)[ :]+)*$"
)
_REACH = 60


def _not_announced(match: Match) -> bool:
    """Six or seven digits are a number of a person only after a word that says so."""
    return _KEYWORD.search(match.string, max(0, match.start() - _REACH), match.start()) is None


# ---- innocent numbers, set aside ------------------------------------------------------------------
_DAY, _MONTH = r"(?:0?[1-9]|[12]\d|3[01])", r"(?>1[0-2]|0?[1-9])"
_FIRST_DAY = r"(?>[12](?<!\d.)\d?|3(?<!\d3)[01]?|0(?<!\d0)[1-9]|[4-9](?<!\d.))"
_TIME = r"(?:[01]\d|2[0-3])[0-5]\d"
_innocent = (
    _rule(None, rf"{_FIRST_DAY}/{_MONTH}(?:/(?:19|20)?\d{{2}})?(?!\d|/\d)"),
    _rule(None, rf"{_FIRST_DAY}(?P<s>[.\- ]){_MONTH}(?P=s)(?:19|20)\d{{2}}(?!\d|[.\-]\d{{3}})"),
    _rule(None, rf"[12](?<!\d.)[90]\d{{2}}(?P<s>[.\-/ ]?){_MONTH}(?P=s){_DAY}(?!\d|[.\-]\d{{3}})"),
    _rule(None, r"[0-3](?<!\d.)(?:(?<=0)[1-9]|(?<=[12])\d|(?<=3)[01])(?:0[1-9]|1[0-2])202\d(?!\d)"),
    _rule(None, rf"[0-2](?<!\d.)(?:(?<=[01])\d|(?<=2)[0-3])[0-5]\d[ ]?-[ ]?{_TIME}(?!\d)"),
    _rule(None, r"[1-9](?<![\d.\-+].)(?:\d?(?:\.\d{3}){2}|\d{0,2}\.\d{3})(?!\d|[ .\-]?\d{3})"),
    _rule(
        None,
        rf"1(?<!\d1)(?<!\d{_S}1)[89]00{_S}?(?:\d\d{_S}?\d\d(?:{_S}?\d\d)?|\d{{3}}{_S}?\d{{3}})(?!\d|{_S}\d{{3}})",
    ),
    _rule(
        None,
        r"[1-9](?<!\d.)(?<!\d[ .,\-].)(?:\d{0,14}|\d{0,2}(?:[ .,]\d{3}){1,4})[ ]?"
        rf"(?:d|dong|vnd|trieu|tr|ty){_NO_WORD_AFTER}",
        lambda match: not _not_announced(match),  # "bhxh 7012345678 đóng trùng" is no amount
    ),
)

# ---- any long run -----------------------------------------------------------------------------------
_COUNTED = re.compile(r"[ ]?(?:ca|ng|nguoi|luot|hs|ho so|dan|tnv|d|dong)(?![^\W_])")


def _list_or_measure(match: Match) -> bool:
    """A list of small numbers, of years or of short hotlines, or two numbers that count something."""
    tokens = re.split(rf"{_S}+", match[0])
    odd = [t for t in tokens if not re.fullmatch(r"202\d|203[0-5]", t)]
    if sum(map(len, odd)) < 8 or all(re.fullmatch(r"\d{1,2}|11\d", t) for t in odd):
        return True
    rising = len(tokens) == 2 and "1" <= tokens[0] < tokens[1]
    return rising and _COUNTED.match(match.string, match.end()) is not None


_long_run = _rule("number", rf"{_FIRST_DIGIT}\d{{7,}}+")
_short_run = _rule("number", rf"{_FIRST_DIGIT}\d{{5,6}}+(?!\d)", _not_announced)
_joined_run = _rule("number", rf"{_FIRST_DIGIT}(?:(?:[ ]-[ ]|{_S})?\d){{7,}}+", _list_or_measure)
_DIGIT_WORD = r"(?:khong|mot|hai|ba|bon|tu|nam|sau|bay|tam|chin|linh|le)(?![^\W_])"
_spelled_out = _rule("number", rf"{_DIGIT_WORD}(?:[ ,.\-]{{1,2}}{_DIGIT_WORD}){{7,}}+", digits=False)

RULES: tuple[Rule, ...] = (
    _secret,
    _insurance,
    _dossier,
    _email,
    _passport,
    _phone_plain,
    _identity_plain,
    *_innocent,
    _phone_abroad,
    _identity_spaced,
    _identity_digit_by_digit,
    _phone_spaced,
    _phone_in_pairs,
    _long_run,
    _short_run,
    _joined_run,
    _spelled_out,
)
_WITHOUT_DIGITS = tuple(rule for rule in RULES if not rule.digits)
_DIGIT = re.compile(r"\d")
PATTERNS = tuple(rule.pattern for rule in (_plate, *RULES))


def sweep(text: str) -> list[tuple[int, int, str]]:
    """Spans of ``text`` (a shadow) to hide, with their kinds, sorted by place and not overlapping."""
    found: list[tuple[int, int, str]] = []
    has_digits = _DIGIT.search(text) is not None
    text = (_apply(_plate, text, found) if has_digits else text).translate(_LOWER)
    for rule in RULES if has_digits else _WITHOUT_DIGITS:
        text = _apply(rule, text, found)
    return sorted(found)


def innocent_end(text: str) -> bool:
    """Whether ``text`` (a shadow) ends with a date, an hour, an amount or another number that is nobody's."""
    plain = text.translate(_LOWER)
    return any(
        match.end() == len(plain) and not rule.spared(match)
        for rule in _innocent
        for match in rule.pattern.finditer(plain)
    )


_LOWER = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}


def _apply(rule: Rule, text: str, found: list[tuple[int, int, str]]) -> str:
    pieces: list[str] = []
    seen = 0
    for match in rule.pattern.finditer(text):
        if rule.spared(match):
            continue
        start, end = match.span("token" if "token" in rule.pattern.groupindex else 0)
        pieces += text[seen:start], (HIDDEN if rule.kind else STOP) * (end - start)
        seen = end
        if rule.kind:
            found.append((start, end, rule.kind))
    return "".join(pieces) + text[seen:] if seen else text
