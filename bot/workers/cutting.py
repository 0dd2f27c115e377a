"""Cutting short what never returns: a turn that loops would stop the whole process for ever."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Stuck(BaseException):
    """A turn took too long and was cut. Not an Exception: no handler's own ``except`` may keep it."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"cut after {seconds:.0f} s")


@contextmanager
def cut_after(seconds: float) -> Iterator[None]:
    """Raise Stuck inside the ``with`` when it takes longer than ``seconds``, and again after as many more.

    Works by an alarm signal, so in the main thread alone (elsewhere nothing is cut), and on Python code:
    a call into C that never looks for signals is not reached.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def cut(*_: object) -> None:
        raise Stuck(seconds)

    before = signal.signal(signal.SIGALRM, cut)
    signal.setitimer(signal.ITIMER_REAL, seconds, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
