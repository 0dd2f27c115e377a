"""Undoes Telex typing that never became Vietnamese: "maatj khaaur" is "mat khau".

Phones without a Vietnamese keyboard, or with it switched off, send the raw keys: a doubled vowel or
"w" for its mark, "dd" for đ, and one of s f r x j for the tone anywhere behind the vowel.
"""

import re
from functools import lru_cache
from typing import Final

_SYLLABLE: Final = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?"
    r"(?:uyeu?|uya|uyu|oai|oao|oay|oeo|uai|uay|uoi|uou|ieu|yeu|iu|uu|uy|ue|ui|uo|ua|oa|oe|oi|ie|ia|ye|eu|eo"
    r"|ai|ao|au|ay|[aeiouy])"
    r"(?:ch|nh|ng|[cmnpt])?"
)
_DOUBLED: Final = re.compile(r"([adeo])\1+|(?<=[aou])w")
_TONES: Final = "jxrfs"
_SHORTEST: Final = 2


def is_syllable(word: str) -> bool:
    """Whether a folded word has the shape of one Vietnamese syllable."""
    return _SYLLABLE.fullmatch(word) is not None


@lru_cache(maxsize=2048)  # a search is built from fifty thousand words, of which few are different
def undo_telex(word: str) -> str:
    """The folded syllable behind raw Telex keys; any other folded word comes back as it was."""
    if len(word) < _SHORTEST or is_syllable(word):
        return word
    single = _DOUBLED.sub(r"\1", word)
    for bare in (single.replace("w", "u"), single.replace("w", "")):
        if is_syllable(bare):
            return bare
        for place in range(len(bare) - 1, 0, -1):
            without = bare[:place] + bare[place + 1 :]
            if bare[place] in _TONES and is_syllable(without):
                return without
    return word
