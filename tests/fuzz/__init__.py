"""Random and broken updates through the real intake and engine: nothing unhandled, nobody unanswered.

``python -m tests.fuzz --updates 200000 --kept FOLDER`` runs in rounds and goes on where it was cut; the suite
runs a few hundred.
"""
