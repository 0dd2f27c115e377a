"""The words: every sentence a person reads, Vietnamese first."""
