"""The menu: what this person can do here, and how to reach a person."""

from handlers import controller
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.messages import Button
from handlers.permissions import Access, access_of
from handlers.turn import Turn

MENUS = {
    Access.ANYONE: (("join", "faq"), ("language",)),
    Access.MEMBER: (
        ("check_in", "report"),
        ("faq", "difficulty"),
        ("check_out", "my_records"),
        ("sign_up", "my_shifts"),
        ("call_help", "language"),
        ("my_data",),
    ),
    Access.LEADER: (
        ("team", "digest"),
        ("check_in", "report"),
        ("faq", "difficulty"),
        ("check_out", "my_records"),
        ("schedule", "cases"),
        ("call_help", "models"),
        ("my_data", "language"),
    ),
    Access.COORDINATOR: (
        ("new_team", "team"),
        ("digest", "weekly"),
        ("radar", "broadcast"),
        ("cases", "models"),
        ("faq", "questions"),
        ("confirm_roles", "hand_over_unit"),
        ("web", "my_data"),
        ("language",),
    ),
    Access.TOTALS: (
        ("weekly", "weekly_units"),
        ("broadcast", "faq"),
        ("web", "hand_over_unit"),
        ("my_data", "language"),
    ),
}

_WHO = {Access.LEADER: "leader", Access.COORDINATOR: "coordinator", Access.TOTALS: "centre"}
"""Whose lines are shown as examples: what works for one is refused to another."""


class Help(Conversation):
    """See the module."""

    name = "help"
    command = "trogiup"
    access = Access.ANYONE
    keeps_form = True
    always_open = True

    def needs(self, opening: Opening) -> Needs:
        """Who answers when the bot cannot; the menu follows from the roles."""
        return controller.needs(opening)

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """The menu of the highest role, and who answers when the bot cannot."""
        access = Access.TOTALS if turn.actor.central else access_of(turn.actor)
        menu = MENUS[Access.MEMBER if access is Access.ACCEPTED else access]
        rows = [[self._button(turn, name) for name in row] for row in menu]
        said = turn.text(
            "help-menu",
            who=_WHO.get(access, "member") if turn.actor.person else "stranger",
            **controller.named(turn),
        )
        turn.say(said, rows)
        return None

    def _button(self, turn: Turn, name: str) -> Button:
        return Button(turn.text(f"menu-{name.replace('_', '-')}"), action(name))
