"""A reader that sleeps for ever, as one might that a sheet has led astray."""

import time

time.sleep(600)
