"""One running process per data folder: the second says so and goes away."""

import fcntl
import os
from pathlib import Path
from types import TracebackType

from storage.database import StorageError


class HeldByAnother(Exception):
    """Another process has the data folder."""

    def __init__(self, folder: Path, pid: str) -> None:
        super().__init__(f"{folder} is in use by the running bot (process {pid or 'unknown'}); stop it first")


class FolderLock:
    """Holds a data folder for as long as the ``with`` lasts, or the process lives.

    Raises HeldByAnother, or StorageError when the folder cannot be used.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._handle: int | None = None

    def __enter__(self) -> "FolderLock":
        handle = self._opened()
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            holder = os.read(handle, 32).decode(errors="replace").strip()
            os.close(handle)
            raise HeldByAnother(self._folder, holder) from None
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
        self._handle = handle
        return self

    def _opened(self) -> int:
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            return os.open(self._folder / "aoxanh.lock", os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise StorageError(
                f"cannot write into the data folder {self._folder.absolute()}: {error.strerror}; "
                "make it a folder that this user may write into"
            ) from None

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
