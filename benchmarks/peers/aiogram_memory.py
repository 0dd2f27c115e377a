# mypy: ignore-errors
"""The form on aiogram 3 with its MemoryStorage, as its documentation shows it."""

import asyncio

from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiohttp import web

from benchmarks.peers import texts
from benchmarks.peers.asked import arguments

SECRET = "only-telegram-knows"
RECORDS = []
router = Router()


class CheckIn(StatesGroup):
    shift = State()


class Report(StatesGroup):
    counting = State()
    visits = State()
    confirm = State()


def keyboard(rows: list[list[tuple[str, str]]]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [InlineKeyboardButton(text=label, callback_data=data) for label, data in row] for row in rows
        ]
    )


@router.message(Command("vaoca"))
async def check_in(message: Message, state: FSMContext) -> None:
    await state.set_state(CheckIn.shift)
    await message.answer(texts.WHICH_SHIFT, reply_markup=keyboard(texts.shift_rows()))


@router.callback_query(CheckIn.shift, F.data.startswith("shift:"))
async def shift_picked(query: CallbackQuery, state: FSMContext) -> None:
    await query.answer()
    key = query.data.removeprefix("shift:")
    label = texts.shift_named(key)
    RECORDS.append((query.from_user.id, "check_in", {"shift": key}))
    await state.clear()
    await query.message.edit_text(
        texts.CHECKED_IN.format(shift=label), reply_markup=keyboard([[("Báo cáo", "report")]])
    )


@router.message(Command("baocao"))
async def report(message: Message, state: FSMContext) -> None:
    await state.set_state(Report.counting)
    await state.set_data({"counts": {}})
    await message.answer(texts.WHAT, reply_markup=keyboard(texts.category_rows({})))


def so_far(counts: dict[str, int], item: str) -> str:
    return texts.WHAT + texts.SO_FAR.format(counts=texts.counted(counts), item=texts.CATEGORIES[int(item)])


@router.callback_query(Report.counting, F.data.startswith("cat:"))
async def category(query: CallbackQuery, state: FSMContext) -> None:
    await query.answer()
    item = query.data.removeprefix("cat:")
    counts = (await state.get_data())["counts"]
    counts[item] = counts.get(item, 0) + 1
    await state.update_data(counts=counts, item=item)
    await query.message.edit_text(so_far(counts, item), reply_markup=keyboard(texts.category_rows(counts)))


@router.message(Report.counting, F.text.regexp(r"^\d+$"))
async def count(message: Message, state: FSMContext) -> None:
    data = await state.get_data()
    if "item" not in data:
        await message.answer(texts.COUNT_FIRST)
        return
    counts = {**data["counts"], data["item"]: int(message.text)}
    await state.update_data(counts=counts)
    await message.answer(so_far(counts, data["item"]), reply_markup=keyboard(texts.category_rows(counts)))


@router.callback_query(Report.counting, F.data == "done")
async def counted(query: CallbackQuery, state: FSMContext) -> None:
    await query.answer()
    await state.set_state(Report.visits)
    await query.message.edit_text(texts.VISITS, reply_markup=keyboard(texts.visits_rows()))


@router.message(Report.visits, F.text.regexp(r"^\d+$"))
async def visits(message: Message, state: FSMContext) -> None:
    data = await state.update_data(visits=int(message.text))
    await state.set_state(Report.confirm)
    said = texts.SUMMARY.format(counts=texts.counted(data["counts"]), visits=data["visits"])
    await message.answer(said, reply_markup=keyboard(texts.confirm_rows()))


@router.callback_query(Report.confirm, F.data == "confirm")
async def confirm(query: CallbackQuery, state: FSMContext) -> None:
    await query.answer()
    data = await state.get_data()
    RECORDS.append((query.from_user.id, "report", data))
    await state.clear()
    said = texts.DONE.format(counts=texts.counted(data["counts"]), visits=data["visits"])
    await query.message.edit_text(said, reply_markup=keyboard([[("Sửa", "edit"), ("Hoàn tác", "undo")]]))


async def on_startup(bot: Bot, base_url: str) -> None:
    await bot.set_webhook(base_url, secret_token=SECRET)


def main() -> None:
    """Run until stopped."""
    asked = arguments()
    session = AiohttpSession(api=TelegramAPIServer.from_base(asked.api))
    bot = Bot(asked.token, session=session)
    dispatcher = Dispatcher(storage=MemoryStorage())
    dispatcher.include_router(router)
    if asked.mode == "polling":
        asyncio.run(dispatcher.start_polling(bot))
        return
    dispatcher.startup.register(on_startup)
    app = web.Application()
    SimpleRequestHandler(dispatcher=dispatcher, bot=bot, secret_token=SECRET).register(app, path="/hook")
    setup_application(app, dispatcher, bot=bot, base_url=f"https://127.0.0.1:{asked.port}/hook")
    web.run_app(app, host="127.0.0.1", port=asked.port, print=None)


if __name__ == "__main__":
    main()
