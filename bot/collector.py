"""Python's garbage collector, told what this program is like."""

import gc


def spare_the_collector() -> None:
    """Call it when everything is loaded: units, FAQ and words stay for good, and what a turn makes dies by
    itself, so the collector need neither walk the one again and again nor look for the other so often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)
