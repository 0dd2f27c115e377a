"""Backups: sealed, checked, put back."""
