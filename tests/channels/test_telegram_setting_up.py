"""What Telegram is told at the start, and how it is mended."""

from typing import Any

import pytest

from bot.channel import Raw
from bot.channels.telegram import TelegramChannel, Webhook
from handlers.messages import Inbound
from tests.channels.telegram_site import SECRET, Alarms, hook, telegram
from tests.channels.test_telegram_reading import GROUP, command, update
from tests.fakes.telegram import TelegramFake

COMMANDS = {
    "": [("vaoca", "Vào ca"), ("raca", "Ra ca")],
    "en": [("vaoca", "Check in"), ("raca", "Check out")],
}


async def test_a_polling_bot_removes_the_webhook_and_lists_its_commands() -> None:
    async with TelegramFake() as fake, telegram(fake) as channel:
        await channel.set_up(COMMANDS)
        calls = [(call.method, dict(call.params)) for call in fake.ledger.calls]
        scope = {"type": "all_private_chats"}
        assert calls == [
            ("getMe", {}),
            ("deleteWebhook", {"drop_pending_updates": False}),
            (
                "setMyCommands",
                {
                    "commands": [
                        {"command": "vaoca", "description": "Vào ca"},
                        {"command": "raca", "description": "Ra ca"},
                    ],
                    "scope": scope,
                },
            ),
            (
                "setMyCommands",
                {
                    "commands": [
                        {"command": "vaoca", "description": "Check in"},
                        {"command": "raca", "description": "Check out"},
                    ],
                    "scope": scope,
                    "language_code": "en",
                },
            ),
        ]


async def test_a_hooked_bot_sets_its_webhook() -> None:
    async with (
        TelegramFake() as fake,
        telegram(fake, webhook=Webhook("https://x.org/", (SECRET,))) as channel,
    ):
        await channel.set_up({})
        assert dict(fake.ledger.of("setWebhook")[0].params) == {
            "url": "https://x.org/hooks/telegram/7000001",
            "secret_token": SECRET,
            "allowed_updates": ["message", "edited_message", "callback_query", "my_chat_member"],
            "max_connections": 40,
            "drop_pending_updates": False,
        }


def addressed(channel: TelegramChannel, raw: Raw) -> bool:
    """Whether the group message is for the bot."""
    inbound: Inbound | None = channel.read(raw)
    assert inbound is not None
    return inbound.addressed


async def test_the_name_is_known_afterwards() -> None:
    raw: dict[str, Any] = update(chat=GROUP, **command("/vaoca@AoXanhTestBot"))
    async with TelegramFake() as fake, telegram(fake) as channel:
        assert not addressed(channel, raw)
        await channel.set_up({})
        assert addressed(channel, raw)


@pytest.mark.parametrize("code", [500, 401, 429])
async def test_what_fails_is_owed_and_done_later(code: int) -> None:
    async with TelegramFake() as fake, telegram(fake) as channel:
        fake.refuses("deleteWebhook", code, "no")
        await channel.set_up(COMMANDS)
        assert fake.ledger.of("setMyCommands") == []
        await channel.tend()
        assert set(fake.account.commands) == {"", "en"}
        assert len(fake.ledger.of("getMe")) == 1
        await channel.tend()
        assert len(fake.ledger.calls) == 5


async def test_a_setting_refused_for_good_does_not_hold_up_the_others() -> None:
    async with TelegramFake() as fake, telegram(fake) as channel:
        await channel.set_up({"": [("KHÔNG HỢP LỆ", "x")], "en": COMMANDS["en"]})
        await channel.tend()
        assert set(fake.account.commands) == {"en"}


async def test_without_a_network_it_starts_all_the_same() -> None:
    async with TelegramFake() as fake, telegram(fake) as channel:
        await fake.hang_up()
        await channel.set_up(COMMANDS)
        await fake.listen()
        await channel.tend()
        assert set(fake.account.commands) == {"", "en"}


async def test_a_lost_webhook_is_noticed_and_set_again() -> None:
    alarms = Alarms()
    async with TelegramFake() as fake, telegram(fake, webhook=hook(), alarm=alarms) as channel:
        await channel.set_up({})
        await channel.tend()
        assert alarms.told == []
        await fake.account.set_webhook("", "", 40)
        await channel.tend()
        assert alarms.kinds == ["telegram.webhook_lost"]
        assert fake.account.webhook is not None
        assert fake.account.webhook.url == "http://127.0.0.1:1/hooks/telegram/7000001"
        fake.refuses("getWebhookInfo", 500, "no")
        await channel.tend()
        await fake.account.set_webhook("", "", 40)
        fake.refuses("setWebhook", 500, "no")
        await channel.tend()
        assert len(alarms.told) == 2


@pytest.mark.parametrize("token", ["", "abc", ":x", "7:", "x:y", "٣:y", "7000001"])
def test_what_is_no_token_is_refused_without_repeating_it(token: str) -> None:
    with pytest.raises(ValueError, match="TELEGRAM_BOT_TOKENS") as caught:
        TelegramChannel(token, intake=None, http=None, monotonic=None, api_url="", rng=None)  # type: ignore[arg-type]
    assert not token or token not in str(caught.value)
