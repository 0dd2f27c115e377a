"""Passwords and one-time codes: a word that announces one, and the token that follows.

A token with a digit is hidden at once; one of letters alone only after "là", ":" or "=", because
"quên mật khẩu VNeID thì làm sao?" is a question, not a password.
"""

import re

_NO_WORD_AFTER = r"(?![^\W_])"
_NO_LETTER_AFTER = r"(?![^\W\d_])"
_WORD = (
    r"(?:otp(?<![^\W\d_]otp)|pin(?<![^\W\d_]pin)|mk(?<![^\W\d_]mk)"
    r"|pass(?<![^\W\d_]pass)(?:code|word)?|mat(?<![^\W\d_]mat)[ ]?khau|xac(?<![^\W\d_]xac)[ ]?(?:thuc|nhan))"
    rf"{_NO_LETTER_AFTER}"
)
_OWNER = rf"(?P<owner>(?:[ ]{{1,3}}+(?!la{_NO_WORD_AFTER})[a-z]{{1,10}}+){{0,4}}+)"
_GLUE = rf"[ ]{{0,9}}+(?P<glue>[:=]|la{_NO_WORD_AFTER})[ ]{{0,9}}+"
_SPACED_CODE = r"\d(?:[ .\-]?\d){3,11}(?![\w•]|[ .\-][\d•])"
_PIECE = r"[^\s•\x00]{3,199}[^\s•\x00.,;:!?)\"']"
SECRET = re.compile(rf"{_WORD}(?:{_OWNER}{_GLUE}|[ ]{{0,9}}+(?:so[ ]+)?)(?P<token>{_SPACED_CODE}|{_PIECE})")

_COUNTED = r"(?:ca|ng|nguoi|luot|hs|ho so|dan|ba con|cu|bac|lan|so|ky tu|phut|gio|ngay|dvc|tnv|tk|may)"
_COUNT_AFTER = re.compile(rf"[ ]?{_COUNTED}{_NO_WORD_AFTER}")
_INNOCENT = re.compile(
    rf"\d{{1,4}}{_COUNTED}\W*|\d{{1,2}}-\d{{1,2}}\W*|\d{{1,2}}[/.-]\d{{1,2}}(?:[/.-]\d{{2,4}})?\W*"
    r"|\d{1,2}[hg:]\d{0,2}(?:-\d{1,2}[hg:]\d{0,2})?\W*|\d{1,3}(?:\.\d{3})+\W*"
    r"|1[89]00[ .\-]?\d{4,6}\W*|1[89]00|\d{1,3}(?:[,;+]\d{0,3}[a-z]{0,9}){1,4}\W*"
)
_PLAIN_WORD = re.compile(
    r"phai|nhung|khong|loai|dung|chua|duoc|cung|minh|nhieu|ngay|chuoi|thong|thoi|nhap|trong|bang|nguoi|nghia"
    r"|quen|dang|chinh|thuoc|viec|rieng|luon|giong|khac|toan|truoc|dien|nhan|vien"
)


def no_secret(match: re.Match[str]) -> bool:
    """Whether the token is an ordinary word or count after all."""
    token, glue = match["token"], match["glue"]
    if not any(letter.isdigit() for letter in token):
        return not glue or bool(match["owner"]) or _PLAIN_WORD.fullmatch(token) is not None
    if glue:
        return False
    counted = len(token) <= 4 and _COUNT_AFTER.match(match.string, match.end("token"))
    return bool(counted) or _INNOCENT.fullmatch(token) is not None
