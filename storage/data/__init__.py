"""Facts that ship with the program: administrative units, and where they came from."""
