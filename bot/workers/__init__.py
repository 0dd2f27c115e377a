"""What runs beside the channels: thinking, sending, and the clock."""
