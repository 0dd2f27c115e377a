"""The workers in a whole bot: what is thought, what leaves, what falls due."""
