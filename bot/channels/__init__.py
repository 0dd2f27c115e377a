"""One platform a file; each knows its wire and nothing of the conversations."""
