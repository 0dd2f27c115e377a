"""A lean Bot API on loopback, and the people who write to it; one process for one measurement.

It prints a JSON line when it listens (``url``), when counting begins (``begun``) and when it is over
(``done``, with the figures). ``python -m benchmarks.fake_api --help`` names the ways of writing.
"""

import argparse
import asyncio
import json
import sys
from collections import deque
from collections.abc import Callable
from itertools import islice
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from benchmarks.crowd import Crowd
from benchmarks.loopback_http import Hook, Message, Serving
from benchmarks.pace import PACES, Pace, crowd_of

Json = dict[str, Any]
Given = dict[str, Any]

TOKEN = "4242:a-token-for-loopback"
PAGE = 100
BOT = {"id": 4242, "is_bot": True, "first_name": "Áo Xanh", "username": "AoXanhTestBot"}
_TRUE = b'{"ok":true,"result":true}'


class FakeApi:
    """One bot's side of the platform. ``latency`` is the seconds every call takes beyond its work."""

    def __init__(self, latency: float) -> None:
        self._latency = latency
        self._updates: deque[tuple[int, bytes]] = deque()
        self._poll: tuple[Serving, int] | None = None
        self._hook: Hook | None = None
        self._message_id = 0
        self.crowd: Crowd
        self.reached = asyncio.Event()
        self.methods: dict[str, Callable[[Given], bytes]] = {
            "sendMessage": self._send,
            "editMessageText": self._edit,
            "answerCallbackQuery": self._answer,
            "getMe": lambda _: _result(BOT),
            "setWebhook": self._set_hook,
        }

    def deliver(self, update: Json) -> None:
        """Hand an update to the bot, or keep it until the bot asks."""
        body = json.dumps(update, ensure_ascii=False).encode()
        if self._hook is not None:
            self._hook.post(body)
            return
        self._updates.append((update["update_id"], body))
        if self._poll is not None:
            # One turn later, so that updates of the same moment share a page.
            asyncio.get_running_loop().call_soon(self._answer_poll)

    def handle(self, message: Message, asker: Serving) -> None:
        """Answer one request of the bot."""
        path, _, query = message.first_line.split(b" ")[1].decode().partition("?")
        method = path.rpartition("/")[2]
        given = _given(message, query)
        if method == "getUpdates":
            self._ask(given, asker)
            return
        do = self.methods.get(method)
        body = do(given) if do else _TRUE
        if self._latency:
            asyncio.get_running_loop().call_later(self._latency, asker.answer, body)
        else:
            asker.answer(body)

    def _ask(self, given: Given, asker: Serving) -> None:
        """A poll: what lies below its offset is confirmed and forgotten."""
        offset = int(given.get("offset") or 0)
        while self._updates and self._updates[0][0] < offset:
            self._updates.popleft()
        self._poll = (asker, int(given.get("limit") or PAGE))
        self.reached.set()
        timeout = float(given.get("timeout") or 0)
        if self._updates or timeout == 0:
            self._answer_poll()
        else:
            asyncio.get_running_loop().call_later(timeout, self._time_out, self._poll)

    def _time_out(self, poll: tuple[Serving, int]) -> None:
        if self._poll is poll:
            self._answer_poll()

    def _answer_poll(self) -> None:
        if self._poll is not None:
            asker, most = self._poll
            self._poll = None
            page = b",".join(body for _, body in islice(self._updates, most))
            asker.answer(b'{"ok":true,"result":[%b]}' % page)

    def _set_hook(self, given: Given) -> bytes:
        """Deliver to the port of the address given; the TLS in front of it is left out."""
        url = urlsplit(str(given["url"]))
        self._hook = Hook("127.0.0.1", url.port or 443, url.path, str(given.get("secret_token", "")))
        self.reached.set()
        return _TRUE

    def _send(self, given: Given) -> bytes:
        self._message_id += 1
        return self._show(self._message_id, given)

    def _edit(self, given: Given) -> bytes:
        return self._show(int(given["message_id"]), given)

    def _show(self, message_id: int, given: Given) -> bytes:
        chat, text, markup = int(given["chat_id"]), str(given["text"]), given.get("reply_markup")
        keys: Json = json.loads(markup) if isinstance(markup, str) else markup or {}
        self.crowd.shown(chat, message_id, text, keys)
        shown: Json = {
            "message_id": message_id,
            "from": BOT,
            "chat": {"id": chat, "type": "private", "first_name": "Mai", "last_name": "Nguyễn"},
            "date": 1_795_000_000,
            "text": text,
        }
        if keys:
            shown["reply_markup"] = keys
        return _result(shown)

    def _answer(self, given: Given) -> bytes:
        self.crowd.answered(str(given["callback_query_id"]))
        return _TRUE


def _result(value: Json) -> bytes:
    return json.dumps({"ok": True, "result": value}, ensure_ascii=False).encode()


def _given(message: Message, query: str) -> Given:
    given: Given = dict(parse_qsl(query))
    if message.is_json:
        given |= json.loads(message.body)
    elif message.body:
        given |= parse_qsl(message.body.decode())
    return given


def _say(event: str, **figures: object) -> None:
    sys.stdout.write(json.dumps({"event": event, **figures}) + "\n")
    sys.stdout.flush()


async def measure(asked: argparse.Namespace) -> None:
    """Listen, have the people write at their pace, and print what came of it."""
    api = FakeApi(asked.latency)
    api.crowd = crowd_of(asked, api.deliver)
    api.crowd.bot = BOT
    pace: Pace = PACES[asked.pace](asked, api.crowd)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Serving(api.handle), "127.0.0.1", asked.port)
    pace.before()
    _say("listening", url=f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", token=TOKEN)
    await api.reached.wait()
    figures = await pace.run(lambda: _say("begun"))
    _say("done", **figures)
    server.close()


def main() -> None:
    """Read the command line and measure once."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fake_api", description=__doc__)
    parser.add_argument("--pace", choices=sorted(PACES), default="closed")
    parser.add_argument("--people", type=int, default=1000, help="how many may write")
    parser.add_argument("--stride", type=int, default=1, help="every how manieth registered person writes")
    parser.add_argument("--together", type=int, default=100, help="closed: how many write at the same time")
    parser.add_argument("--rate", type=float, default=200.0, help="rate: updates a second")
    parser.add_argument("--warm", type=float, default=4.0, help="seconds before counting begins")
    parser.add_argument("--seconds", type=float, default=5.0, help="seconds that are counted")
    parser.add_argument("--latency", type=float, default=0.0, help="seconds a call takes beyond its work")
    parser.add_argument("--port", type=int, default=0)
    asyncio.run(measure(parser.parse_args()))


if __name__ == "__main__":
    main()
