"""A bot's token is sealed wherever it is pasted, and nothing else is."""

import pytest

from bot.tokens import Tokens
from handlers import bot_token

ZALO = "1459232241454765289:abcDEF-canary_0123456789xyz"
TELEGRAM = "8123456789:AAEabcdefghijklmnopqrstuvwxyz012345"
TOKENS = Tokens("k" * 40)


def _masked(text: str) -> str:
    return TOKENS.masked(text, lambda part: part.replace("0912345678", "••••"))


@pytest.mark.parametrize("token", [ZALO, TELEGRAM])
@pytest.mark.parametrize("around", ["{}", "Token: {}", "mã đây\n{}\ncảm ơn", "`{}`", '"{}".', "({}),"])
def test_a_pasted_token_is_sealed_and_found_again(token: str, around: str) -> None:
    said = _masked(around.format(token))
    assert token not in said
    assert token.partition(":")[2] not in said
    found = bot_token.read(said)
    assert found is not None
    assert (found.account, TOKENS.opened(found.sealed)) == (token.partition(":")[0], token)
    assert found.channel == ("zalo" if token == ZALO else "telegram")


@pytest.mark.parametrize(
    "text",
    ["5 vneid 2 dvc", "7h30: 6 người", "gọi 0912345678: gấp", "https://a.vn:8080/x", "1:2", "BK7M-2QXA"],
)
def test_what_is_no_token_is_masked_as_ever(text: str) -> None:
    assert _masked(text) == text.replace("0912345678", "••••")
    assert bot_token.read(_masked(text)) is None


def test_another_key_opens_nothing() -> None:
    with pytest.raises(ValueError, match="another SECRET_KEY"):
        Tokens("other" * 10).opened(TOKENS.closed(ZALO))
