"""What every peer is told on its command line."""

import argparse


def arguments() -> argparse.Namespace:
    """The Bot API's address, the token, the way of receiving, and a folder for what is kept."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--api", required=True)
    parser.add_argument("--token", required=True)
    parser.add_argument("--mode", choices=("polling", "webhook"), default="polling")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--folder", default="")
    return parser.parse_args()
