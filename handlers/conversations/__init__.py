"""Everything people do with the bot, one conversation a file."""
