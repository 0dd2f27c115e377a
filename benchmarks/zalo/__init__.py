"""Zalo under its limits: a month of one team, a national morning, five thousand bots, a message's cost."""
