"""Digests as their readers see them, for days made by hand."""
