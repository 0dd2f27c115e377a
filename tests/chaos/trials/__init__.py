"""Every trial; a file is a subject."""
