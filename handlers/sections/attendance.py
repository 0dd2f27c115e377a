"""Who came, who was not seen, who forgot to check out."""

from handlers.proof import proven as proven_of
from handlers.section import Picture, Section
from locales import Words
from locales.formats import clock, given_name, sort_name
from storage.records.membership import Role

_WORKING = (Role.VOLUNTEER, Role.DEPUTY)
MOST_NAMES, ROOM = 8, 200
"""Names of one list in the digest, and the characters they may take; all are behind its button."""


class AttendanceSection(Section):
    """See the module."""

    name = "attendance"
    rank = 10
    detailed = True

    def lines(self, words: Words, seen: Picture) -> list[str]:
        """Numbers first, then names as far as they help."""
        came = {one.person_id: one.name for one in seen.attendances}
        needed = sum(shift.needed for shift in seen.shifts)
        proven, total = proven_of(seen.attendances)
        said = words(
            "digest-attendance",
            people=len(came),
            shifts=total,
            proven=proven,
            needed=needed,
            planned="yes" if needed else "no",
        )
        lines = [said]
        absent = [name for person_id, name in _expected(seen).items() if person_id not in came]
        if absent and seen.shifts:
            lines.append(words("digest-absent", count=len(absent), names=_names(absent)))
        forgot = [one.name for one in seen.attendances if one.out_at is None or one.out_origin == "auto"]
        if forgot:
            lines.append(words("digest-forgot", count=len(forgot), names=_names(forgot)))
        return lines

    def details(self, words: Words, seen: Picture) -> list[str]:
        """Everyone with their hours and the grade of their proof."""
        ordered = sorted(seen.attendances, key=lambda one: (sort_name(one.name), one.in_at))
        return [
            words(
                "digest-attendance-one",
                name=one.name,
                start=clock(one.in_at),
                end=clock(one.out_at) if one.out_at else "…",
                proof=one.grade,
                origin=one.out_origin,
                pending="yes" if one.pending else "no",
            )
            for one in ordered
        ]


def _expected(seen: Picture) -> dict[str, str]:
    """Names by person: those who are signed up, or all who work where the team does not sign up."""
    if seen.signing:
        return {one.person_id: one.name for one in seen.signups if one.open}
    away = {one.person_id for one in seen.signups if one.absent}  # who told us is not looked for
    return {
        one.person_id: one.name for one in seen.members if one.role in _WORKING and one.person_id not in away
    }


def _names(names: list[str]) -> str:
    """The first of them: long ones must not push out what is to be done."""
    ordered = sorted(set(names), key=sort_name)
    shown = [given_name(name) for name in ordered[:MOST_NAMES]]
    while len(", ".join(shown)) > ROOM and len(shown) > 1:
        shown.pop()
    return ", ".join(shown) + (" …" if len(ordered) > len(shown) else "")
