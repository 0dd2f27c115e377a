"""Everything the bot does of its own accord, one kind of due thing a file."""
