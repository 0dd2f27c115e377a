"""Wordings an officer may extend without code: categories, difficulties, numbers, talk."""
