"""Speaking to a fake that runs as its own process."""

from types import TracebackType
from typing import Any, Self

import httpx

Json = dict[str, Any]


class RemoteFake:
    """The control API as plain calls (blocking). ``url`` is what the process printed."""

    def __init__(self, url: str, *, timeout: float = 10.0) -> None:
        self.url = url
        self._http = httpx.Client(base_url=url, timeout=timeout)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.close()

    def do(self, *actions: Json) -> list[Any]:
        """Several actions at once; their results in order.

        Raises:
            AssertionError: an action failed; says why.
        """
        answer = self._http.post("/control", json=list(actions))
        if answer.status_code != 200:
            raise AssertionError(answer.text)
        results: list[Any] = answer.json()
        return results

    def says(self, person: int, text: str) -> int:
        """Let a person send a text; the update's id."""
        return int(self.do({"do": "says", "person": person, "with": {"text": text}})[0])

    def taps(self, person: int, choice: str) -> int:
        """Let a person press a button by label or data; the update's id."""
        return int(self.do({"do": "taps", "person": person, "with": {"choice": choice}})[0])

    def rule(self, fault: str, **fields: Any) -> None:
        """Put a rule in force (fields of ``Rule``)."""
        self.do({"do": "rule", "with": {"fault": fault, **fields}})

    def clear_rules(self) -> None:
        """Let everything pass again."""
        self.do({"do": "clear_rules"})

    def ledger(self, since: int = 0) -> Json:
        """What the bot did, from index ``since`` on."""
        answer: Json = self._http.get("/control/ledger", params={"since": since}).json()
        return answer

    def shown(self, chat: int) -> list[Json]:
        """The bot's messages in a chat, oldest first."""
        answer: list[Json] = self._http.get(f"/control/chat/{chat}").json()
        return answer

    def call(self, token: str, method: str, **params: Any) -> Json:
        """Call the Bot API itself; the whole answer."""
        answer: Json = self._http.post(f"/bot{token}/{method}", json=params).json()
        return answer

    def waiting(self) -> int:
        """How many updates the bot has not confirmed."""
        return int(self._http.get("/control/waiting").json()["waiting"])
