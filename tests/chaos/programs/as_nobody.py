"""The program as a user who owns nothing. Started by root, which becomes that user."""

import os

from bot.__main__ import main

AS_NOBODY = ("-m", __spec__.name)
NOBODY = 65534

if __name__ == "__main__":
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)
    main()
