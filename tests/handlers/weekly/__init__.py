"""Weekly roll-ups: made, sent, adjusted, explained."""
