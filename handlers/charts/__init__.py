"""Every picture the bot draws; the libraries that draw are used here alone."""
