"""The program with accounts that send as fast as they can, so that a trial measures it and not the platform's
rate; with ``sick``, whoever says ``BREAKS`` breaks the thinking of it."""

import sys
from dataclasses import replace
from datetime import timedelta

from bot.__main__ import main
from bot.channels.telegram import TelegramChannel
from handlers.turn import Turn
from tests.crash.faulty import breaking

UNPACED = ("-m", __spec__.name)
SICK = (*UNPACED, "sick")

if __name__ == "__main__":
    able = TelegramChannel.capabilities
    TelegramChannel.capabilities = replace(able, per_second=1_000_000.0, chat_spacing=timedelta(0))
    if sys.argv[1] == "sick":
        Turn.written = breaking  # type: ignore[method-assign]
        del sys.argv[1]
    main()
