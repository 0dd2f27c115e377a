"""Python's garbage collector, told what this program is like."""

import gc

WHILE_LOADING = 20_000
"""Objects more than before until the collector looks, while nearly all that is made stays: a fifth of the
time of a start went into looking at modules and words again and again."""


def load_quickly() -> None:
    """Call it before the program is imported."""
    gc.set_threshold(WHILE_LOADING, 20, 20)


def spare_the_collector() -> None:
    """Call it when everything is loaded: units, FAQ and words stay for good, and what a turn makes dies by
    itself, so the collector need neither walk the one again and again nor look for the other so often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)
