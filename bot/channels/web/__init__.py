"""The web chat: a page beside the messengers, for whoever has a browser and nothing else."""

from bot.channels.web.channel import WebChannel
from bot.channels.web.store import WebStore

__all__ = ["WebChannel", "WebStore"]
