"""Servers on loopback that behave as the platforms do."""
