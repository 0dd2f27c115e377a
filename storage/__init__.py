"""What is remembered: records, named SQL, and the one connection that owns the database."""
