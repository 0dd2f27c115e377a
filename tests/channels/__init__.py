"""Each channel against its wire."""
