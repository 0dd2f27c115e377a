"""Every file the bot writes for people; the libraries that write documents are used here alone."""
