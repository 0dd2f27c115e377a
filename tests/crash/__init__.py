"""The real program is killed, stopped, doubled and poisoned; afterwards it is counted what is left."""
