"""The parts of a digest, one a file, in the order of their ``rank``."""
