"""A row of a list of teams and people: where, which team, who, proposed for which role."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from handlers.engine.answer import Wrong
from handlers.engine.names import cleaned, read_name
from handlers.importing.judged import Fault, Unfit
from handlers.importing.places import Places
from handlers.privacy_filter import mask
from handlers.unit_name import spelled
from locales import LANGUAGES, words
from storage.fold import fold
from storage.records.membership import Role
from storage.records.unit import Unit

COLUMNS = ("province", "commune", "team", "organisation", "person", "role", "note")
NEEDED = ("province", "commune", "team", "person")
LONGEST_NAME, LONGEST_TEAM, SHORTEST_TEAM, LONGEST_ORGANISATION = 64, 80, 3, 120


@dataclass(frozen=True, slots=True)
class Listed:
    """One row as it is meant. ``nth`` tells people of one name in one team apart, in the order of the list;
    a row without a person founds its team."""

    row: int
    tenant: str
    unit: str
    team: str
    organisation: str
    person: str
    role: Role
    nth: int


class People:
    """Judges rows one after another; remembers what names there were, and where teams come from."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._before: Counter[int] = Counter()
        self._sent_by: dict[int, str] = {}

    def judged(self, row: int, said: Mapping[str, str]) -> Listed | None:
        """What a row means; None for the example of the template. Raises Unfit."""
        if is_example(said.get("note", "")):
            return None
        role = _role(row, said.get("role", ""))
        province = self._places.province(row, said["province"])
        unit = self._unit(row, said, province, role)
        team = "" if role is Role.COORDINATOR else _team(row, said["team"])
        person = _person(row, said["person"])
        if not person and (role is not Role.VOLUNTEER or not team):
            raise Unfit(Fault(row, "person", "", "person-missing"))
        at = (province.code, unit.code, fold(team))
        sent_by = self._organisation(row, said.get("organisation", ""), hash(at))
        key = hash((*at, name_key(person)))
        self._before[key] += bool(person)
        nth = self._before[key]
        return Listed(row, province.code, unit.code, team, sent_by, person, role, nth)

    def _organisation(self, row: int, said: str, team: int) -> str:
        """Where a team comes from; a list must not say two things of it."""
        name = _organisation(row, said)
        first = self._sent_by.setdefault(team, name) if name else name
        if fold(first) != fold(name):
            raise Unfit(Fault(row, "organisation", said, "organisation-differs", {"first": first}))
        return name

    def _unit(self, row: int, said: Mapping[str, str], province: Unit, role: Role) -> Unit:
        if role is Role.COORDINATOR and not said["commune"]:
            return province
        return self._places.commune(row, said["commune"], province)


def name_key(name: str) -> str:
    """A name for comparing, with its accents: Lân and Lan are two people."""
    return spelled(name)


def is_example(note: str) -> bool:
    """Whether a row is the example of the template, or made like it."""
    return any(fold(note).startswith(fold(reader("import-example"))) for reader in map(words, LANGUAGES))


def _role(row: int, said: str) -> Role:
    if not said:
        return Role.VOLUNTEER
    wanted = fold(said)
    for reader in map(words, LANGUAGES):
        for role in Role:
            if wanted in map(fold, reader.listed(f"import-role-{role}")):
                return role
    raise Unfit(Fault(row, "role", said, "role-unknown"))


def _team(row: int, said: str) -> str:
    name = cleaned(said, one_line=True)
    if not name:
        raise Unfit(Fault(row, "team", said, "team-missing"))
    if not SHORTEST_TEAM <= len(name) <= LONGEST_TEAM:
        given = {"least": SHORTEST_TEAM, "most": LONGEST_TEAM}
        raise Unfit(Fault(row, "team", said, "team-length", given))
    return _unsecret(row, "team", name)


def _organisation(row: int, said: str) -> str:
    name = cleaned(said, one_line=True)
    if len(name) > LONGEST_ORGANISATION:
        raise Unfit(Fault(row, "organisation", said, "organisation-long", {"most": LONGEST_ORGANISATION}))
    return _unsecret(row, "organisation", name)


def _person(row: int, said: str) -> str:
    if not said:
        return ""
    read = read_name(_unsecret(row, "person", said), LONGEST_NAME)
    if isinstance(read, Wrong):
        raise Unfit(Fault(row, "person", said, "person-unlike"))
    return read


def _unsecret(row: int, column: str, said: str) -> str:
    """Raises Unfit for a phone number or the like, without repeating it."""
    if any(map(str.isdigit, said)) and mask(said).text != said:
        raise Unfit(Fault(row, column, mask(said).text, "private"))
    return said
