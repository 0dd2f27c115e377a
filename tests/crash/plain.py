"""A bot as python-telegram-bot's documentation shows one: its own receiver, one handler, an answer.

``test_peer`` runs it beside ours, under the same kill: ``python -m tests.crash.plain run``.
"""

import asyncio
import os
from typing import Any

from telegram import Update
from telegram.ext import ApplicationBuilder, MessageHandler, filters

WORK = 0.05
"""Seconds a handler takes: a query or two."""


async def answer(update: Update, _: Any) -> None:
    """Do the work, then say so."""
    await asyncio.sleep(WORK)
    if update.effective_message:
        await update.effective_message.reply_text("Đã ghi.")


def main() -> None:
    """Run until killed."""
    builder = ApplicationBuilder().token(os.environ["TELEGRAM_BOT_TOKENS"])
    app = builder.base_url(f"{os.environ['TELEGRAM_API_URL']}/bot").build()
    app.add_handler(MessageHandler(filters.TEXT, answer))
    app.run_polling()


if __name__ == "__main__":
    main()
