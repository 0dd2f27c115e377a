"""Cutting short what never returns: a turn that loops would stop the whole process for ever."""

import signal
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext


class Stuck(BaseException):
    """A turn took too long and was cut. Not an Exception: no handler's own ``except`` may keep it."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"cut after {seconds:.0f} s")


class _Alarm:
    """While a ``with`` of it lasts, the alarm is set."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds

    def __enter__(self) -> None:
        signal.setitimer(signal.ITIMER_REAL, self._seconds, self._seconds)

    def __exit__(self, *_: object) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)


@contextmanager
def cutting(seconds: float) -> Iterator[AbstractContextManager[None]]:
    """For pieces of work that are each done in a ``with`` of what this gives: Stuck is raised inside it when
    it takes longer than ``seconds``, and again after as many more.

    Works by an alarm signal, so in the main thread alone (elsewhere nothing is cut), and on Python code:
    a call into C that never looks for signals is not reached.
    """
    if threading.current_thread() is not threading.main_thread():
        yield nullcontext()
        return

    def cut(*_: object) -> None:
        raise Stuck(seconds)

    before = signal.signal(signal.SIGALRM, cut)
    try:
        yield _Alarm(seconds)
    finally:
        signal.signal(signal.SIGALRM, before)
