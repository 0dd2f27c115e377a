"""What people might say: words the bot knows, reports, questions, private lines, and nonsense."""

import json
from random import Random

from handlers.vocabulary import vocabulary
from locales import words
from tests.privacy.labelled import LINES, ROOT

_CORPUS = ROOT / "tests" / "handlers" / "shorthand_corpus" / "tuning.jsonl"
_NONSENSE = (
    "", " ", "\n", "?", "…", "/", "//", "/x", "@", "0", "-1", "9" * 400, "a" * 6000, "\u202edet", "🫠" * 50,
    "<b>x</b>", "*_`[", "=1+1", "'; drop table persons; --", "../../etc/passwd", "{{7*7}}", "%s%s%n", "null",
    "do:team:sample-team", "f:00000001:1:yes", "f:00000001:1:back", "1.5e309", "१२३", "\x00\x01", "ｆｕｌｌ",
    "https://evil.example/x?0912345678", "đồng ý", "có", "không", "1", "2", "3", "5", "12", "7h30", "mai",
    "hôm qua", "T2", "23/11", "huỷ", "lùi", "sửa", "xong", "bỏ qua", "lưu", "BK7M2QXA", "BK7M-2QXA",
    "4821", "123456", "079099", "001234", "số bác 0912 34", "5678 nhé",
)  # fmt: skip


class Speech:
    """A chooser of lines; the same ``chance`` says the same."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        known = vocabulary()
        self._said = [f"/{command}" for command in sorted(known.by_command)]
        for name in sorted(known.by_name):
            key = f"{name.replace('_', '-')}-say"
            if words("vi").has(key):
                self._said += words("vi").listed(key)
        corpus = _CORPUS.read_text(encoding="utf-8").splitlines()
        self._reports: list[str] = [json.loads(line)["line"] for line in corpus]
        self._private = [
            line.replace("⟦", "").replace("⟧", "")
            for path in sorted(LINES.glob("*.txt"))
            for line in path.read_text("utf-8").splitlines()
        ]

    def line(self) -> str:
        """Something to say."""
        chance = self._chance
        kinds = (self._said, self._said, self._reports, self._private, _NONSENSE, _NONSENSE)
        said = str(chance.choice(chance.choice(kinds)))
        way = chance.random()
        if way < 0.1 and said:
            at = chance.randrange(len(said))
            return said[:at] + chance.choice(_NONSENSE)[:20] + said[at:]
        if way < 0.2:
            return f"{said} {chance.choice(chance.choice(kinds))}"
        return said
