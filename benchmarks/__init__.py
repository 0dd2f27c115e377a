"""Measurements against peers and against the figures we promise: ``python -m benchmarks.run``."""
