"""One supervisor per set of data, told by a lock that ends with the last of its processes."""

import fcntl
import os
import sys
import time
from pathlib import Path
from types import TracebackType

from kme_portal.standalone.config import CannotStart


class AlreadyRunning(CannotStart):
    """Another supervisor that is alive holds these data."""


class Lock:
    """Every child inherits the open file, so what a killed supervisor leaves still holds it."""

    PATIENCE = 30.0

    def __init__(self, path: Path):
        self.path = path

    def __enter__(self) -> int:
        self.file = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        self._take()
        os.ftruncate(self.file, 0)
        os.pwrite(self.file, f"{os.getpid()}\n".encode(), 0)
        return self.file

    def _take(self) -> None:
        end = time.monotonic() + self.PATIENCE
        waited = False
        while True:
            try:
                fcntl.flock(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return
            except BlockingIOError:
                holder = self.holder()
                if holder and _lives(holder):
                    raise AlreadyRunning(
                        f"The portal already runs from this checkout (process {holder}). "
                        "End that one with Ctrl-C first, or start from a second checkout "
                        "with another PORT."
                    ) from None
                if time.monotonic() > end:
                    raise CannotStart(
                        f"Processes of an earlier run have not ended; they hold {self.path}."
                    ) from None
                if not waited:
                    waited = True
                    print("Waiting for the processes of an earlier run to end", file=sys.stderr)
                time.sleep(0.1)

    def holder(self) -> int | None:
        text = os.pread(self.file, 20, 0).decode(errors="replace").strip()
        return int(text) if text.isdigit() else None

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        os.close(self.file)


def _lives(pid: int) -> bool:
    """Whether this process still runs the supervisor; the number may have been given to another."""
    try:
        return b"kme_portal.standalone" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except FileNotFoundError:
        return False
    except OSError:
        return True
