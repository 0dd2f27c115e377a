"""The form in which Vietnamese text is compared: no case, no accents, one space.

Typing without accents is normal in the field, so every search, keyword and button label
is compared folded; what people wrote is kept and shown as they wrote it.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import filterfalse

_APART = re.compile(r"[\s\-\u2010-\u2015_/]+")
_APOSTROPHES = re.compile("[\u2019\u2018\u02bc]")


@lru_cache(maxsize=512)
def fold(text: str) -> str:
    """Lower case without diacritics, hyphens and runs of space as one space.

    ``đ`` is mapped by hand because Unicode does not decompose it. Remembered for a moment: what somebody
    typed is looked for among commands, names and choices one after another.
    """
    if text.isascii():
        return _APART.sub(" ", text.lower()).strip()
    alike = _APOSTROPHES.sub("'", text.lower()).replace("đ", "d")
    decomposed = unicodedata.normalize("NFD", alike)
    bare = "".join(filterfalse(unicodedata.combining, decomposed))
    return _APART.sub(" ", bare).strip()
