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
from types import FrameType

from kme_portal.standalone.config import ROOT, CannotStart

LARGEST_LOG = 10 * 1024 * 1024
PR_SET_PDEATHSIG = 1
# Loaded before any fork: a child must not.
_libc = ctypes.CDLL(None)


class Stopped(Exception):
    """Ctrl-C, SIGTERM or a closed terminal."""

    def __init__(self, number: signal.Signals):
        super().__init__()
        self.number = number


class StopRequest:
    """Notes the signals that ask to end, to be obeyed where it is safe.

    An exception raised by a handler could fall into the making of a child and be lost there.
    """

    def __init__(self) -> None:
        self.asked: signal.Signals | None = None
        self.hurry = False
        self.forward: Callable[[signal.Signals], None] | None = None

    def listen(self) -> None:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._note)

    def _note(self, number: int, frame: FrameType | None) -> None:
        self.hurry = self.asked is not None
        self.asked = signal.Signals(number)
        if self.forward:
            self.forward(self.asked)

    def check(self) -> None:
        """Raises Stopped once somebody asked to end."""
        if self.asked:
            raise Stopped(self.asked)


@dataclass(frozen=True)
class Account:
    """The account a process runs as, where that is not ours."""

    uid: int
    gid: int


def die_with(number: signal.Signals) -> None:
    """Has the kernel send this process the signal when its parent dies, however it dies."""
    if sys.platform == "linux":
        _libc.prctl(PR_SET_PDEATHSIG, int(number), 0, 0, 0)


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
        stop_with: signal.Signals,
        grace: float,
        quiet: bool,
        account: Account | None,
        keep_open: Sequence[int],
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
        with self.process.stdout as lines, self.log.open("a", buffering=1) as log:
            for line in lines:
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
        """Whether it ended within that time."""
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

    def last_words(self) -> str:
        with contextlib.suppress(OSError):
            return "\n".join(self.log.read_text(errors="replace").splitlines()[-8:])
        return ""


class Family:
    """All children of one supervisor, with what they share: environment, folder of logs, lock."""

    def __init__(self, *, env: Mapping[str, str], logs: Path, lock: int, request: StopRequest):
        self.env = env
        self.logs = logs
        self.lock = lock
        self.request = request
        self.children: list[Child] = []

    def start(
        self,
        name: str,
        command: Sequence[str | Path],
        *,
        env: Mapping[str, str] | None = None,
        stop_with: signal.Signals = signal.SIGTERM,
        grace: float = 12,
        quiet: bool = False,
        account: Account | None = None,
    ) -> Child:
        self.request.check()
        child = Child(
            name,
            command,
            log=self.logs / f"{name}.log",
            env={**self.env, **(env or {})},
            stop_with=stop_with,
            grace=grace,
            quiet=quiet,
            account=account,
            keep_open=[self.lock],
        )
        self.children.append(child)
        return child

    def finish(self, child: Child, *, seconds: float) -> None:
        """Waits for a child that does one thing; raises CannotStart when it fails."""
        end = time.monotonic() + seconds
        while not child.wait(0.1):
            self.request.check()
            if time.monotonic() > end:
                raise CannotStart(f"{child.name} took more than {seconds:.0f} s; see {child.log}")
        self.children.remove(child)
        if child.process.returncode:
            raise CannotStart(
                f"{child.name} failed; see {child.log}" + (f"\n{child.last_words()}" * child.quiet)
            )

    def wait_until(self, child: Child, ready: Callable[[], bool], *, seconds: float) -> None:
        """Raises CannotStart when the child ends or is not ready in time."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.request.check()
            if child.ended:
                child.wait(1)
                raise CannotStart(
                    f"{child.name} ended with {child.process.returncode}; see {child.log}\n"
                    f"{child.last_words()}"
                )
            with contextlib.suppress(OSError):
                if ready():
                    return
            time.sleep(0.03)
        raise CannotStart(f"{child.name} was not ready within {seconds:.0f} s; see {child.log}")

    def watch(self) -> Child:
        """Returns the first child that ends by itself; raises Stopped."""
        while True:
            self.request.check()
            for child in self.children:
                if child.ended:
                    return child
            time.sleep(0.2)

    def stop(self, *names: str) -> None:
        """Ends these children together, all when none is named; kills one that needs too long."""
        children = [child for child in self.children if child.name in names or not names]
        for child in children:
            child.signal(child.stop_with)
        asked_at = time.monotonic()
        for child in children:
            while not child.wait(0.2):
                # Even in a hurry, PostgreSQL may write down what it has.
                patience = 0 if self.request.hurry and child.name != "postgres" else child.grace
                if time.monotonic() - asked_at > patience:
                    say("stop", f"{child.name} is killed after {patience:.0f} s")
                    break
            child.kill()
            self.children.remove(child)


def cut_when_long(log: Path) -> None:
    with contextlib.suppress(FileNotFoundError):
        if log.stat().st_size > LARGEST_LOG:
            os.truncate(log, 0)


def fail(text: str) -> None:
    print(f"\n{text}\n", file=sys.stderr, flush=True)
