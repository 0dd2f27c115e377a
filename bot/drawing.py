"""What a channel is able to draw: numbered lines where there are no buttons, parts where a text is long."""

from dataclasses import replace

from bot.channel import Capabilities
from handlers.messages import Outbound


def drawn(message: Outbound, able: Capabilities) -> list[Outbound]:
    """``message`` as one or more messages that the channel can send, in order; the words of a picture stand
    where it cannot be shown."""
    text = message.text
    picture = message.drawing or (message.photo if not able.photos else None)
    if picture:
        text = f"{text}\n{picture.alt}".strip()
        message = replace(message, photo=None, drawing=None)
    if message.choices and not able.buttons:
        text = f"{text}\n{numbered(message)}".strip()
        message = replace(message, choices=())
    if message.edits and not able.edits:
        message = replace(message, edits="")
    if text is message.text and 2 * len(text) <= able.max_units:  # no letter is more than two units
        return [message]
    parts = split(text, able.max_units)
    return [*(Outbound(part, lane=message.lane) for part in parts[:-1]), replace(message, text=parts[-1])]


def numbered(message: Outbound) -> str:
    """The choices as lines to answer by number, or by their words where a number is an answer itself."""
    labels = [button.label for row in message.choices for button in row if not button.spoken]
    if not message.numbered:
        return "\n".join(f"· {label}" for label in labels)
    return "\n".join(f"{number}. {label}" for number, label in enumerate(labels, start=1))


def units(text: str) -> int:
    """Length in UTF-16 code units, the measure of every platform."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def split(text: str, most: int) -> list[str]:
    """``text`` in parts of at most ``most`` UTF-16 units, cut at a blank line, a line or a space.

    Joined again with what was cut away (one separator each), the parts give the text.
    """
    parts = []
    while units(text) > most:
        window = _first(text, most)
        cut = next((at for at in (window.rfind(mark) for mark in ("\n\n", "\n", " ")) if at > 0), 0)
        kept = window[:cut] if cut else window
        parts.append(kept)
        text = text[len(kept) :].lstrip("\n ") if cut else text[len(kept) :]
    return [*parts, text]


def _first(text: str, most: int) -> str:
    """The longest beginning of ``text`` within ``most`` units that does not end inside a letter."""
    encoded = text.encode("utf-16-le", "surrogatepass")[: most * 2]
    window = encoded.decode("utf-16-le", errors="ignore")
    while len(window) > 1 and len(window) < len(text) and _joins(text[len(window)]):
        window = window[:-1]
    return window


def _joins(letter: str) -> bool:
    """Whether ``letter`` belongs to the one before it: a combining mark or a joiner."""
    return "\u0300" <= letter <= "\u036f" or letter in "\u200d\ufe0f"
