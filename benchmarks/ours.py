"""Our program as it runs, with two things different: what the accounts may send is not held back, and no
clock rings.

The platform's rate (25 messages a second, one a second in a chat) is far below what is measured here, so
every account's capabilities are replaced before the program starts. What falls due by the hour (at six in
the evening a digest for every team) would make every figure one of the hour; ``benchmarks.nation`` has it.
Settings come from the environment, as in ``python -m bot run``.
"""

import asyncio
import sys
from dataclasses import replace
from datetime import timedelta

from bot.collector import load_quickly

load_quickly()  # as the program does, before the rest of it is imported

from bot.app import ALL_ROLES, App, Role  # noqa: E402
from bot.keys import secret_key  # noqa: E402
from bot.settings import Settings, read_settings  # noqa: E402
from bot.starting import opened  # noqa: E402
from bot.telemetry import set_up_logs  # noqa: E402

PER_SECOND = 1_000_000.0


async def run(settings: Settings) -> int:
    """Run until stopped; the exit code."""
    async with opened(settings) as store:
        app = App(settings, store, secret_key(settings), roles=ALL_ROLES - {Role.SCHEDULER})
        for channel in app.accounts:
            able = channel.capabilities
            channel.capabilities = replace(able, per_second=PER_SECOND, chat_spacing=timedelta(0))
        return await app.run()


def main() -> None:
    """Run with the settings of the environment."""
    settings = read_settings()
    set_up_logs("WARNING")
    sys.exit(asyncio.run(run(settings)))


if __name__ == "__main__":
    main()
