"""Alembic's scripts: from the first table on, every change of the schema is a step here."""
