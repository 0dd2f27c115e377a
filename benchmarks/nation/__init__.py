"""A day of the nation on one machine: everybody registered, a quarter on duty, real rates, virtual time."""
