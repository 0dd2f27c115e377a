"""A day in every corner of a forest: one row of each kind that somebody may be shown, each with marks."""

from dataclasses import replace
from datetime import date, timedelta

from handlers.days import day_on
from storage import (
    attendances,
    broadcasts,
    cases,
    difficulties,
    expected,
    faq_additions,
    figures,
    good_models,
    help_requests,
    join_codes,
    photos,
    questions,
    reports,
    role_offers,
    rollups,
    shifts,
    signups,
    teams,
)
from storage.figures import VISITS
from storage.records.broadcast import Audience, Broadcast
from storage.records.care import GoodModel, HelpRequest, ModelState
from storage.records.case import Case, Level, case_id
from storage.records.faq import FaqEntry, FaqQuestion, QuestionState
from storage.records.membership import Role
from storage.records.period import beginning
from storage.records.photo import PhotoState, SentPhoto, Shows
from storage.records.role_offer import OfferKind, RoleOffer
from storage.records.rollup import (
    Coverage,
    Document,
    Figure,
    Rollup,
    RollupState,
    canonical,
    hashed,
    rollup_id,
)
from storage.records.roster import Expected
from storage.records.signup import Signup
from storage.records.team import JoinCode, Place, Team
from storage.records.unit import CENTRE
from storage.records.work import Attendance, Difficulty, HelpReport, Shift
from storage.sums import PEOPLE, TIMES, WORK_DAYS
from storage.week_figures import AT_WORK, COVERAGE, FOUNDED, PROVEN
from tests.permissions.forest import PROVINCES, Forest, Someone, Spot

TOLD = (VISITS, PEOPLE, TIMES, PROVEN, WORK_DAYS, AT_WORK, FOUNDED, COVERAGE)
"""What every roll-up says."""
CODES = ("network", "equipment", "skill")


def lived(forest: Forest) -> Forest:
    """Let everybody live their day."""
    for number, team in enumerate(forest.teams):
        spot = Spot(team.tenant, team.unit_code, team.id)
        author = forest.pick(lambda one, key=team.id: one.spot.team == key and key in one.member_of)  # type: ignore[misc]  # bound at once
        own = replace(spot, person=author.id)
        _worked(forest, team, own, author)
        _stuck(forest, team, own, CODES[number % 2])
        _stuck(forest, team, own, CODES[2])
        _asked(forest, team, own)
        _proposed(forest, team, own, number)
        _listed(forest, team, spot)
    for tenant, communes in PROVINCES.items():
        for unit in (tenant, *communes):
            _said(forest, Spot(tenant, "" if unit == tenant else unit), unit)
    _sent(forest, Spot(CENTRE), CENTRE)
    return forest


def _worked(forest: Forest, team: Team, own: Spot, author: Someone) -> None:
    place = Place(
        tenant=team.tenant, id=forest.id(own), team_id=team.id, unit_code=team.unit_code,
        name=f"Nhà {forest.mark(replace(own, kind='team'))}", mode="one_stop",
    )  # fmt: skip
    forest.effects.append(teams.place_saved(place))
    for hours in (1, 25):
        starts = forest.now + timedelta(hours=hours)
        shift = Shift(
            tenant=team.tenant, id=forest.id(replace(own, person="")), team_id=team.id, campaign_id="c",
            place_id=place.id, starts_at=starts, ends_at=starts + timedelta(hours=3), needed=3,
            created_at=forest.before(2),
        )  # fmt: skip
        signup = Signup(
            tenant=team.tenant, id=forest.id(own), team_id=team.id, shift_id=shift.id, person_id=author.id,
            created_at=forest.before(1), told_at=forest.before(1),
        )  # fmt: skip
        forest.effects += [shifts.saved(shift), *signups.signed(signup)]
    there = Attendance(
        tenant=team.tenant, id=forest.id(own), team_id=team.id, person_id=author.id, campaign_id="c",
        day_on=day_on(forest.now), in_at=forest.before(0.1), in_received_at=forest.before(0.1),
    )  # fmt: skip
    report = HelpReport(
        tenant=team.tenant, id=forest.id(own), team_id=team.id, person_id=author.id, campaign_id="c",
        unit_code=team.unit_code, day_on=day_on(forest.now), lines={"vneid": forest.number(_number(own))},
        groups={}, note=f"mất mạng {forest.mark(own)}", created_at=forest.before(0.05),
    )  # fmt: skip
    forest.effects += [attendances.opened(there), reports.added(report), *figures.moved(report, 1)]


def _number(own: Spot) -> Spot:
    return replace(own, person="", kind="number")


def _stuck(forest: Forest, team: Team, own: Spot, code: str) -> None:
    day = day_on(forest.now)
    key = case_id(team.unit_code, day, code)
    case = Case(
        tenant=team.tenant, id=key, root_id=key, unit_code=team.unit_code, code=code, day_on=day,
        level=forest.chance.choice((Level.TEAM, Level.COMMUNE, Level.PROVINCE)),
        told_at=forest.before(0.02), created_at=forest.before(0.04), due_at=forest.now + timedelta(hours=9),
    )  # fmt: skip
    alone = code != CODES[2]
    if not alone and team.unit_code != PROVINCES[team.tenant][0]:
        return
    told = replace(own, team="", person="", kind="stuck")
    one = Difficulty(
        tenant=team.tenant, id=forest.id(told), case_id=key, team_id=team.id, unit_code=team.unit_code,
        person_id=own.person, campaign_id="c", day_on=day, code=code, severity="dung",
        note=f"chờ lâu {forest.mark(told)}", created_at=forest.before(0.04),
    )  # fmt: skip
    forest.effects += [cases.opened(case), difficulties.added(one)]
    if not alone:
        named = next(mark for mark in forest.marks if mark in team.name)
        forest.marks[named] = replace(forest.marks[named], kind="shared")


def _asked(forest: Forest, team: Team, own: Spot) -> None:
    leading = replace(own, person="", kind="team")
    call = HelpRequest(
        tenant=team.tenant, id=forest.id(leading), team_id=team.id, person_id=own.person,
        note=f"cần người {forest.mark(leading)}", asked_at=forest.before(0.002),
        called_at=forest.before(0.002),
    )  # fmt: skip
    question = FaqQuestion(
        tenant=team.tenant, id=forest.id(own), person_id=own.person, team_id=team.id,
        unit_code=team.unit_code, question=f"làm sao {forest.mark(own)}", decision="none",
        state=QuestionState.OPEN, asked_at=forest.before(0.02),
    )  # fmt: skip
    photo = SentPhoto(
        tenant=team.tenant, id=forest.id(own), team_id=team.id, person_id=own.person, campaign_id="c",
        day_on=day_on(forest.now), what=Shows.POSTER, channel="paper", account="desk",
        state=PhotoState.WAITING, created_at=forest.before(0.01),
    )  # fmt: skip
    forest.effects += [help_requests.added(call), questions.asked(question), photos.added(photo)]


def _proposed(forest: Forest, team: Team, own: Spot, number: int) -> None:
    """A model of each kind; one that was picked is there for everybody of the tenant, with its team."""
    state = (ModelState.PROPOSED, ModelState.ENDORSED, ModelState.PICKED)[number % 3]
    picked_for = (team.unit_code, team.tenant)[number % 2] if state is ModelState.PICKED else ""
    spot = own
    if picked_for:
        spot = Spot(team.tenant, kind="model")
        named = next(mark for mark in forest.marks if mark in team.name)
        forest.marks[named] = replace(forest.marks[named], kind="model")
    model = GoodModel(
        tenant=team.tenant, id=forest.id(spot), team_id=team.id, unit_code=team.unit_code,
        person_id=own.person, name=f"Bàn {forest.mark(spot)}", what=f"làm {forest.mark(spot)}",
        state=state, picked_for=picked_for, picked_at=forest.before(1) if picked_for else None,
        created_at=forest.before(2),
    )  # fmt: skip
    forest.effects.append(good_models.added(model))


def _listed(forest: Forest, team: Team, spot: Spot) -> None:
    """A name that is still expected, with a personal code and a role that waits to be confirmed."""
    named = replace(spot, kind="person")
    name = Expected(
        tenant=team.tenant, id=forest.id(spot), team_id=team.id, name=f"Lê {forest.mark(named).title()}",
        batch="run", created_by="operator", created_at=forest.before(1), seen_at=forest.before(1),
    )  # fmt: skip
    code = JoinCode(
        tenant=team.tenant, id=forest.id(spot), code=f"XX{forest.mark(spot)}".upper(), team_id=team.id,
        role=Role.VOLUNTEER, max_uses=9, expires_at=forest.now + timedelta(days=7),
        created_at=forest.before(1),
    )  # fmt: skip
    offer = RoleOffer(
        tenant=team.tenant, id=forest.id(spot), kind=OfferKind.IMPORT, expected_id=name.id, team_id=team.id,
        role=Role.LEADER, offered_by="operator", confirms=True, created_at=forest.before(1),
    )  # fmt: skip
    forest.effects += [expected.added(name), join_codes.added(code), role_offers.added(offer)]


def _said(forest: Forest, spot: Spot, unit: str) -> None:
    """What a unit keeps, sends down, and sends up."""
    spread = replace(spot, kind="spread")
    entry = FaqEntry(
        tenant=spot.tenant, id=f"q-{forest.mark(spread)}", unit_code=unit, title=f"hỏi {forest.mark(spread)}",
        body=f"đáp {forest.mark(spread)}", source="xã", checked_on=day_on(forest.now), created_by="x",
        created_at=forest.before(1),
    )  # fmt: skip
    text = Broadcast(
        tenant=spot.tenant, id=forest.id(spot), unit_code=unit, audience=Audience.ALL,
        text=f"tin {forest.mark(spread)}", created_at=forest.before(0.1), next_at=forest.now,
    )  # fmt: skip
    forest.effects += [faq_additions.entered(entry), broadcasts.begun(text)]
    _sent(forest, spot, unit)


def _sent(forest: Forest, spot: Spot, unit: str) -> None:
    level = Level.CENTRAL if unit == CENTRE else Level.COMMUNE if spot.unit else Level.PROVINCE
    week = beginning(date.fromisoformat(day_on(forest.now)))
    upward = replace(spot, kind="row" if spot.unit else "upward")
    news = (f"việc {forest.mark(upward)}",)
    document = Document(
        tenant=spot.tenant, unit_code=unit, unit=unit, level=level, since_on=week.since_on,
        until_on=week.until_on, updated_at=forest.before(0.1), news=news, proposals=news,
        figures=tuple(Figure(key=key, value=forest.number(_number(spot)), definition=key) for key in TOLD),
        coverage=Coverage(reported=1, expected=1),
    )  # fmt: skip
    body = canonical(document)
    rollup = Rollup(
        tenant=spot.tenant, id=rollup_id(unit, week.since_on, 1), unit_code=unit, level=level,
        since_on=week.since_on, until_on=week.until_on, state=RollupState.SENT, news=news, proposals=news,
        left_out=(), body=body, body_hash=hashed(body), updated_at=forest.before(0.1),
        sent_at=forest.before(0.1), sent_by="x",
    )  # fmt: skip
    forest.effects.append(rollups.saved(rollup))
