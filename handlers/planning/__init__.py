"""Planning shifts: a leader's words become a proposal, echoed, saved at once, and taken back with one tap."""
