"""Processes that never outlive the one that started them."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kme_portal.standalone.config import ROOT, CannotStart

LARGEST_LOG = 10 * 1024 * 1024
PR_SET_PDEATHSIG = 1
# Loaded before any fork: a child must not.
_libc = ctypes.CDLL(None)


def die_with(number: signal.Signals) -> None:
    """Has the kernel send this process the signal when its parent dies, however it dies."""
    if sys.platform == "linux":
        _libc.prctl(PR_SET_PDEATHSIG, int(number), 0, 0, 0)


@dataclass(frozen=True)
class Account:
    """The account a process runs as, where that is not ours."""

    uid: int
    gid: int


def say(who: str, text: str) -> None:
    with contextlib.suppress(OSError):  # The terminal may be closed while we still end children.
        print(f"{who:<9}| {text}", flush=True)


class Child:
    """One process in a session of its own, so that Ctrl-C reaches the supervisor alone."""

    def __init__(
        self,
        name: str,
        command: Sequence[str | Path],
        *,
        log: Path,
        env: Mapping[str, str],
        stop_with: signal.Signals = signal.SIGTERM,
        grace: float = 10,
        quiet: bool = False,
        account: Account | None = None,
        keep_open: Sequence[int] = (),
    ):
        self.name = name
        self.stop_with = stop_with
        self.grace = grace
        self.quiet = quiet
        parent = os.getpid()

        def die_with_parent() -> None:
            die_with(stop_with)
            if os.getppid() != parent:
                os._exit(1)

        self.process = subprocess.Popen(
            command,
            cwd=ROOT if account is None else "/",
            env=dict(env),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=die_with_parent,
            pass_fds=keep_open,
            text=True,
            errors="replace",
            user=account.uid if account else None,
            group=account.gid if account else None,
            extra_groups=[] if account else None,
        )
        self.log = log
        cut_when_long(log)
        self._reader = threading.Thread(target=self._copy_output, daemon=True)
        self._reader.start()

    def _copy_output(self) -> None:
        assert self.process.stdout is not None
        with self.log.open("a", buffering=1) as log:
            for line in self.process.stdout:
                log.write(line)
                if not self.quiet:
                    say(self.name, line.rstrip())
                if log.tell() > LARGEST_LOG:
                    log.truncate(0)

    @property
    def ended(self) -> bool:
        return self.process.poll() is not None

    def signal(self, number: signal.Signals) -> None:
        if not self.ended:
            self.process.send_signal(number)

    def wait(self, seconds: float) -> bool:
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        self._reader.join(1)
        return True

    def kill(self) -> None:
        """Ends the process and what it left in its group."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.wait(5)

    def wait_until(self, ready: Callable[[], bool], *, seconds: float) -> None:
        """Raises CannotStart when the process ends or is not ready in time."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.ended:
                self._reader.join(1)
                raise CannotStart(
                    f"{self.name} ended with {self.process.returncode}; see {self.log}\n"
                    f"{self.last_words()}"
                )
            with contextlib.suppress(OSError):
                if ready():
                    return
            time.sleep(0.03)
        raise CannotStart(f"{self.name} was not ready within {seconds:.0f} s; see {self.log}")

    def last_words(self) -> str:
        with contextlib.suppress(OSError):
            return "\n".join(self.log.read_text(errors="replace").splitlines()[-8:])
        return ""


class Family:
    """All children in the order they were started; they end in the reverse order."""

    def __init__(self) -> None:
        self.children: list[Child] = []
        self.stopping = False
        self.hurry = False

    def add(self, child: Child) -> Child:
        self.children.append(child)
        return child

    def first_ended(self) -> Child | None:
        return next((child for child in self.children if child.ended), None)

    def stop(self, children: Sequence[Child]) -> None:
        """Ends these together; kills one that needs too long, or all when in a hurry."""
        self.stopping = True
        for child in children:
            child.signal(child.stop_with)
        asked_at = time.monotonic()
        for child in children:
            while not child.wait(0.2):
                patience = 0 if self.hurry and child.name != "postgres" else child.grace
                if time.monotonic() - asked_at > patience:
                    say("stop", f"{child.name} is killed after {patience:.0f} s")
                    break
            child.kill()


def cut_when_long(log: Path) -> None:
    with contextlib.suppress(FileNotFoundError):
        if log.stat().st_size > LARGEST_LOG:
            os.truncate(log, 0)


def fail(text: str) -> None:
    print(f"\n{text}\n", file=sys.stderr, flush=True)
