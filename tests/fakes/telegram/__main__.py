"""Run the fake as its own process: prints one JSON line with its URL and token, then serves."""

import argparse
import asyncio
import json
import signal
import sys

from tests.fakes.telegram.control import add_control
from tests.fakes.telegram.server import DEFAULT_TOKEN, TelegramFake


async def serve(port: int, token: str, scale: float, seed: int) -> None:
    """Listen until SIGTERM or SIGINT."""
    fake = TelegramFake(token, port=port, scale=scale, seed=seed)
    add_control(fake)
    done = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, done.set)
    async with fake:
        sys.stdout.write(json.dumps({"url": fake.url, "token": fake.token}) + "\n")
        sys.stdout.flush()
        await done.wait()


def main() -> None:
    """Read the command line and serve."""
    parser = argparse.ArgumentParser(prog="python -m tests.fakes.telegram", description=__doc__)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--token", default=DEFAULT_TOKEN)
    parser.add_argument("--scale", type=float, default=1.0, help="shortens the server's own pauses")
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    asyncio.run(serve(given.port, given.token, given.scale, given.seed))


if __name__ == "__main__":
    main()
