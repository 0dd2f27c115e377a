"""What a person sees in the chat: the bot's messages, and the numbered lines in them."""

import re
from dataclasses import dataclass

_LINE = re.compile(r"^(?:(\d+)\.|·) (.+)$", re.MULTILINE)


@dataclass(slots=True)
class Shown:
    """One message of the bot. ``photo`` is what was fetched from the address; ``black`` says that a second
    fetch failed, so that the person sees a black picture. ``at`` is monotonic seconds."""

    chat: str
    message_id: str
    text: str
    at: float
    photo: bytes = b""
    black: bool = False

    @property
    def choices(self) -> dict[str, str]:
        """By label, what a person types to choose it: the number where there is one."""
        return {label: number or label for number, label in _LINE.findall(self.text)}

    def typed(self, label: str) -> str:
        """What to type for the choice ``label``; the label itself where it is not listed."""
        return self.choices.get(label, label)
