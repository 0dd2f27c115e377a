"""Rows as the program sees them: frozen, typed, free of SQL."""
