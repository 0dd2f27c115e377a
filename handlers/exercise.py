"""Exercise mode: everything works, nothing counts, and every message says so."""

from locales import Words


def marked(words: Words, text: str, *, exercise: bool) -> str:
    """``text``, with the mark of an exercise before it where it is one."""
    return f"{words('exercise-mark')} {text}" if exercise else text
