"""Draws the pictures of messages that leave, one after another on a thread of their own.

The libraries that draw are not made for several threads, and a picture must not hold up the loop.
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import structlog

from bot.channel import Capabilities
from handlers.chart import draw
from handlers.messages import Outbound, Photo

log = structlog.get_logger()

_THREAD = ThreadPoolExecutor(max_workers=1, thread_name_prefix="easel")


async def pictured(message: Outbound, able: Capabilities) -> Outbound:
    """``message`` with its drawing drawn where the channel shows pictures; what cannot be drawn stays a
    drawing, whose words are said instead."""
    drawing = message.drawing
    if drawing is None or not able.photos:
        return message
    try:
        png = await asyncio.get_running_loop().run_in_executor(_THREAD, draw, drawing)
    except Exception as error:  # a picture that fails must not cost the message
        log.error("a picture could not be drawn; its words are said", chart=drawing.chart, exc_info=error)
        return message
    return replace(message, drawing=None, photo=Photo(png, drawing.alt))
