# mypy: ignore-errors
# ruff: noqa: ARG001
# Every handler of the library takes an update and a context.
"""The form on python-telegram-bot 22.8: two ConversationHandlers, as its documentation shows them."""

import argparse
from collections.abc import Callable

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    filters,
)

from benchmarks.peers import texts

SHIFT, COUNTING, VISITS, CONFIRM = range(4)
NUMBER = filters.Regex(r"^\d+$")

Save = Callable[[int, str, dict], None]


def keyboard(rows: list[list[tuple[str, str]]]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(label, callback_data=data) for label, data in row] for row in rows]
    )


async def check_in(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    await update.message.reply_text(texts.WHICH_SHIFT, reply_markup=keyboard(texts.shift_rows()))
    return SHIFT


async def shift_picked(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    query = update.callback_query
    await query.answer()
    key = query.data.removeprefix("shift:")
    label = texts.shift_named(key)
    context.bot_data["save"](update.effective_user.id, "check_in", {"shift": key})
    await query.edit_message_text(
        texts.CHECKED_IN.format(shift=label), reply_markup=keyboard([[("Báo cáo", "report")]])
    )
    return ConversationHandler.END


async def report(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    context.user_data["counts"] = {}
    await update.message.reply_text(texts.WHAT, reply_markup=keyboard(texts.category_rows({})))
    return COUNTING


def so_far(user_data: dict) -> str:
    counts, item = user_data["counts"], user_data["item"]
    return texts.WHAT + texts.SO_FAR.format(counts=texts.counted(counts), item=texts.CATEGORIES[int(item)])


async def category(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    query = update.callback_query
    await query.answer()
    item = query.data.removeprefix("cat:")
    counts = context.user_data["counts"]
    counts[item] = counts.get(item, 0) + 1
    context.user_data["item"] = item
    await query.edit_message_text(
        so_far(context.user_data), reply_markup=keyboard(texts.category_rows(counts))
    )
    return COUNTING


async def count(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    item = context.user_data.get("item")
    if item is None:
        await update.message.reply_text(texts.COUNT_FIRST)
        return COUNTING
    counts = context.user_data["counts"]
    counts[item] = int(update.message.text)
    await update.message.reply_text(
        so_far(context.user_data), reply_markup=keyboard(texts.category_rows(counts))
    )
    return COUNTING


async def counted(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    query = update.callback_query
    await query.answer()
    await query.edit_message_text(texts.VISITS, reply_markup=keyboard(texts.visits_rows()))
    return VISITS


async def visits(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    context.user_data["visits"] = int(update.message.text)
    said = texts.SUMMARY.format(
        counts=texts.counted(context.user_data["counts"]), visits=context.user_data["visits"]
    )
    await update.message.reply_text(said, reply_markup=keyboard(texts.confirm_rows()))
    return CONFIRM


async def confirm(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    query = update.callback_query
    await query.answer()
    held = {"counts": context.user_data["counts"], "visits": context.user_data["visits"]}
    context.bot_data["save"](update.effective_user.id, "report", held)
    said = texts.DONE.format(counts=texts.counted(held["counts"]), visits=held["visits"])
    await query.edit_message_text(said, reply_markup=keyboard([[("Sửa", "edit"), ("Hoàn tác", "undo")]]))
    context.user_data.clear()
    return ConversationHandler.END


def conversations(*, persistent: bool) -> list[ConversationHandler]:
    return [
        ConversationHandler(
            entry_points=[CommandHandler("vaoca", check_in)],
            states={SHIFT: [CallbackQueryHandler(shift_picked, pattern="^shift:")]},
            fallbacks=[CommandHandler("vaoca", check_in)],
            name="check_in",
            persistent=persistent,
        ),
        ConversationHandler(
            entry_points=[CommandHandler("baocao", report)],
            states={
                COUNTING: [
                    CallbackQueryHandler(category, pattern="^cat:"),
                    CallbackQueryHandler(counted, pattern="^done$"),
                    MessageHandler(NUMBER, count),
                ],
                VISITS: [MessageHandler(NUMBER, visits)],
                CONFIRM: [CallbackQueryHandler(confirm, pattern="^confirm$")],
            },
            fallbacks=[CommandHandler("baocao", report)],
            name="report",
            persistent=persistent,
        ),
    ]


def run(builder: ApplicationBuilder, asked: argparse.Namespace, save: Save, *, persistent: bool) -> None:
    """Run the bot in the mode asked for until it is stopped."""
    app: Application = builder.token(asked.token).base_url(f"{asked.api}/bot").build()
    app.bot_data["save"] = save
    for one in conversations(persistent=persistent):
        app.add_handler(one)
    if asked.mode == "polling":
        app.run_polling()
    else:
        app.run_webhook(
            listen="127.0.0.1",
            port=asked.port,
            url_path="hook",
            secret_token="only-telegram-knows",
            webhook_url=f"https://127.0.0.1:{asked.port}/hook",
        )
