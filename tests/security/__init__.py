"""What attackers try; the list of it is docs/security.md."""
