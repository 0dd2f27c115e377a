"""The words: every sentence a person reads, Vietnamese first.

``Words("vi")("check-in-done", name="Mai Anh")`` reads one; ``locales.formats`` writes dates,
times and numbers the way they are written in Vietnam.
"""

from locales.reader import LANGUAGES, Words, words

__all__ = ["LANGUAGES", "Words", "words"]
