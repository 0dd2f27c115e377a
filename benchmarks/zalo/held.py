"""What a running program holds, as Linux tells it."""

import os
from dataclasses import dataclass
from pathlib import Path

from tests.program import Program


@dataclass(frozen=True, slots=True)
class Held:
    """Seconds to its first good health, memory in MiB, CPU seconds so far."""

    start: float
    memory: float
    cpu: float


def held(program: Program) -> Held:
    """What ``program`` holds now."""
    status = Path(f"/proc/{program.pid}/status").read_text(encoding="ascii")
    memory = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
    stat = Path(f"/proc/{program.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    cpu = (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")
    return Held(program.starts[-1], memory / 1024, cpu)
