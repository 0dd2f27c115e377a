"""Telegram: updates by polling or webhook, messages through python-telegram-bot's types over our own calls.

python-telegram-bot's own receivers acknowledge before anything is kept and stop for good at one
update they cannot parse; here an update is committed by the intake first, and read later, alone.
"""

from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.polling import PolledElsewhere
from bot.channels.telegram.setting_up import Commands
from bot.channels.telegram.webhook import Webhook

__all__ = ["Commands", "PolledElsewhere", "TelegramChannel", "Webhook"]
