"""What waits for the leader's word, each with the one tap that gives it."""

from handlers.conversation import action
from handlers.days import in_compact
from handlers.messages import Button
from handlers.proof import alone
from handlers.section import Picture, Section
from locales import Words


class ConfirmSection(Section):
    """See the module."""

    name = "confirm"
    rank = 55
    yields = 2
    idle = True

    def lines(self, words: Words, seen: Picture) -> list[str]:
        """Newcomers, presences that stand on their own word, reports that came too late: all in one line."""
        waiting = {
            "newcomers": sum(one.pending for one in seen.members),
            "presences": _unproven(seen),
            "late": len(seen.late),
        }
        parts = [words(f"digest-confirm-{what}", count=count) for what, count in waiting.items() if count]
        return [words("digest-confirm", what=", ".join(parts))] if parts else []

    def buttons(self, words: Words, seen: Picture) -> list[Button]:
        """One tap each."""
        found = []
        if count := sum(one.pending for one in seen.members):
            found.append(Button(words("team-newcomers", count=count), action("newcomers", seen.team.id)))
        if count := _unproven(seen):
            asked = f"{seen.team.id}:{in_compact(seen.day)}"
            found.append(Button(words("confirm-day-button", count=count), action("confirm_day", asked)))
        if count := len(seen.late):
            late = action("confirm_day", f"{seen.team.id}:late")
            found.append(Button(words("confirm-late-button", count=count), late))
        return found


def _unproven(seen: Picture) -> int:
    return len(alone(seen.attendances, seen.members))
