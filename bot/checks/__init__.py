"""One file a check; see ``bot.check``."""
