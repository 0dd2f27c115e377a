"""Files opened again, as those who get them do."""
