"""Driving a fake that runs as its own process: a few JSON routes beside the Bot API.

``POST /control`` takes one action or a list: ``{"do": "says", "person": 501, "with": {"text": "…"}}``
with any action of ``Person``; or ``push``, ``rule``, ``clear_rules``, ``later``, ``again``, ``person``,
``group``. It answers with their results in a list. ``GET /control/ledger?since=0``,
``/control/chat/<id>`` and ``/control/waiting`` show what the bot did.
"""

from collections.abc import Callable
from typing import Any

from aiohttp import web

from tests.fakes.rules import Fault, Rule
from tests.fakes.telegram.account import Account
from tests.fakes.telegram.server import TelegramFake

Json = dict[str, Any]

_PERSONAL = {
    "says", "starts", "sends", "forwards", "sends_place", "sends_photo", "sends_voice", "sends_sticker",
    "sends_file", "sends_contact", "edits", "taps", "blocks", "returns",
}  # fmt: skip


def _rule(account: Account, fields: Json) -> None:
    account.rules.add(Rule(**{**fields, "fault": Fault(fields["fault"])}))


_GENERAL: dict[str, Callable[[Account, Json], Any]] = {
    "push": lambda account, given: account.push(given["update"], line=given.get("line", "")),
    "rule": _rule,
    "clear_rules": lambda account, _: account.rules.clear(),
    "later": lambda account, given: account.later(given["seconds"]),
    "again": lambda account, given: account.again(given["update_id"]),
    "person": lambda account, given: account.person(**given).person_id,
    "group": lambda account, given: account.group(**given).group_id,
}


def act(account: Account, action: Json) -> Any:
    """Do one action and give its result.

    Raises:
        ValueError: no such action.
    """
    name, given = action.get("do", ""), dict(action.get("with", {}))
    if name in _GENERAL:
        return _GENERAL[name](account, given)
    if name not in _PERSONAL:
        raise ValueError(f"no action {name!r}; there are {sorted(_PERSONAL | set(_GENERAL))}")
    if "group" in given:
        given["group"] = account.group(given["group"])
    return getattr(account.person(action["person"]), name)(**given)


def add_control(fake: TelegramFake) -> None:
    """Serve the control routes for the first bot of ``fake`` (before it listens)."""
    account = fake.account

    async def do(request: web.Request) -> web.Response:
        asked = await request.json()
        try:
            done = [act(account, action) for action in (asked if isinstance(asked, list) else [asked])]
        except (ValueError, KeyError, TypeError, AssertionError) as error:
            return web.json_response({"error": f"{type(error).__name__}: {error}"}, status=400)
        return web.json_response(done)

    async def ledger(request: web.Request) -> web.Response:
        return web.json_response(account.ledger.to_json(int(request.query.get("since", 0))))

    async def chat(request: web.Request) -> web.Response:
        shown = account.shown(int(request.match_info["chat"]))
        return web.json_response([message.to_json() for message in shown])

    async def waiting(_: web.Request) -> web.Response:
        return web.json_response({"waiting": len(account.queue)})

    fake.add_route(web.post("/control", do))
    fake.add_route(web.get("/control/ledger", ledger))
    fake.add_route(web.get("/control/chat/{chat}", chat))
    fake.add_route(web.get("/control/waiting", waiting))
