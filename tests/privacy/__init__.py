"""The privacy filter measured kind by kind; ``python -m tests.privacy`` prints the table."""
