"""Random and broken updates through the real intake and engine: nothing unhandled, nobody unanswered.

``python -m tests.fuzz --updates 200000`` runs as long as you let it; the suite runs a few hundred.
"""
