"""The same form on other libraries, written as their users write it."""
