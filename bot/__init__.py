"""What runs: channels, intake, workers, the web server and the command line."""
