"""What a line names: one of the choices last offered, or a join code. Pure."""

from handlers.messages import Button
from storage.fold import fold


def chosen(text: str, offered: tuple[Button, ...]) -> str | None:
    """The value of the offered choice that ``text`` names: its number in the list, its label, or an
    unaccented beginning of one label only."""
    said = fold(text.rstrip("."))
    listed = [one for one in offered if not one.spoken]
    if said.isascii() and said.isdigit() and 1 <= int(said) <= len(listed):
        return listed[int(said) - 1].value
    labels = [(fold(one.label), one.value) for one in offered]
    exact = [value for label, value in labels if label == said]
    begun = [value for label, value in labels if len(said) >= 2 and label.startswith(said)]
    return next((found[0] for found in (exact, begun) if len(found) == 1), None)


def looks_like_code(text: str) -> bool:
    """Eight letters and digits, perhaps in groups, with a digit or all in capitals: a join code."""
    bare = text.replace(" ", "").replace("-", "")
    return len(bare) == 8 and bare.isascii() and bare.isalnum() and (bare.isupper() or not bare.isalpha())
