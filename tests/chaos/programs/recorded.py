"""A program whose calls to the system are written down from its first moment.

``python -m tests.chaos.programs.recorded TRACE FAULT -m bot run``: the recorder stands beside the process, so
that the process keeps its number, its signals and its end. FAULT is empty, or a call that fails
(``fdatasync:error=EIO:when=40``).
"""

import os
import shutil
import sys
from pathlib import Path

CALLS = "pwrite64,fsync,fdatasync,ftruncate,unlink,sendto,writev,recvfrom"
WHOLE = 8192
"""Bytes of one call that are written down: more than any page of the database."""


def recorded(trace: Path, *module: str, fault: str = "") -> tuple[str, ...]:
    """What Python runs to have ``module`` recorded in ``trace``, with one ``fault`` if given."""
    return ("-m", __spec__.name, str(trace), fault, *module)


def main() -> None:
    """Become the program, with a recorder beside it."""
    strace = shutil.which("strace")
    if strace is None:
        raise SystemExit("recording needs strace (apt-get install strace)")
    trace, fault, *program = sys.argv[1:]
    watched = f"-D -f --seccomp-bpf -ttt -y -xx -s {WHOLE} -e signal=none -e trace={CALLS}".split()
    struck = ["-e", f"inject={fault}"] if fault else []
    os.execv(strace, [strace, *watched, *struck, "-o", trace, sys.executable, *program])


if __name__ == "__main__":
    main()
