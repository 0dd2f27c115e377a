"""What is said and done: conversations, jobs, digests; pure of any wire."""
