"""Zalo's Bot Platform: plain texts and pictures, updates by webhook (or by polling, to try things out).

It has no buttons, no edits, no places and no files, and messages are counted; what that means for a
conversation stands in ``Capabilities.plenty``. The wire is spoken by a thin client of our own, because the
published library swallows what Zalo refuses.
"""

from bot.channels.zalo.channel import ZaloChannel
from bot.channels.zalo.setting_up import Webhook

__all__ = ["Webhook", "ZaloChannel"]
