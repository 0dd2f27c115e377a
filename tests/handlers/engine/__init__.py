"""The form engine, field by field and as a whole."""
