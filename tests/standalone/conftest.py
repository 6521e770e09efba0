"""Real starts of the portal in folders of their own."""

import os
import random
import signal
import socket
import subprocess
import sys
import time
import uuid
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import pytest

from kme_portal.standalone.config import ROOT

# The tests' own servers and settings stand in the environment, too; a real start has none of them.
OF_A_SHELL = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "USER")
PORTAL = (sys.executable, "-m", "kme_portal.standalone")


class Standalone:
    """Starts the command-line of the portal, and finds every process that came of it."""

    def __init__(self, local: Path):
        self.local = local
        self.mark = uuid.uuid4().hex
        self.port = free_port()
        self.started: list[subprocess.Popen] = []

    def environment(self, **more: str) -> dict[str, str]:
        usual = {name: os.environ[name] for name in OF_A_SHELL if name in os.environ}
        return usual | {"KME_MARK": self.mark} | more

    def start(self, *arguments: str, **env: str) -> subprocess.Popen:
        process = subprocess.Popen(
            [*PORTAL, "--local", str(self.local), *arguments],
            cwd=ROOT,
            env=self.environment(**env),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.started.append(process)
        return process

    def finish(self, *arguments: str, **env: str) -> tuple[int, str]:
        process = self.start(*arguments, **env)
        output, _ = process.communicate(timeout=180)
        return process.returncode, output

    def run(self) -> tuple[subprocess.Popen, str]:
        """A whole portal that has said it runs, and what it said."""
        process = self.start("run", "--port", str(self.port), DEMO="0")
        said = []
        for line in process.stdout:
            said.append(line)
            if "Ctrl-C" in line:
                return process, "".join(said)
        pytest.fail("The portal did not start:\n" + "".join(said))

    def get(self, path: str, port: int | None = None) -> int | None:
        connection = HTTPConnection("localhost", port or self.port, timeout=10)
        try:
            connection.request("GET", path)
            return connection.getresponse().status
        except (OSError, HTTPException):
            return None
        finally:
            connection.close()

    def processes(self) -> dict[int, str]:
        """Everything alive that bears our mark or names our folder."""
        found = {}
        for entry in Path("/proc").iterdir():
            if not entry.name.isdigit() or int(entry.name) == os.getpid():
                continue
            try:
                command = (entry / "cmdline").read_bytes()
                traces = command + (entry / "environ").read_bytes()
            except OSError:
                continue
            if command and (self.mark.encode() in traces or os.fsencode(self.local) in traces):
                found[int(entry.name)] = command.replace(b"\0", b" ").decode(errors="replace")
        return found

    def wait_for_command(self, name: str) -> None:
        """Until a command of that name runs: the servers are up then."""
        end = time.monotonic() + 60
        while not any(line.startswith(name) for line in self.processes().values()):
            assert time.monotonic() < end
            time.sleep(0.05)

    def left_after(self, seconds: float) -> dict[int, str]:
        """What is still alive when all had that long to end."""
        end = time.monotonic() + seconds
        while (left := self.processes()) and time.monotonic() < end:
            time.sleep(0.1)
        return left

    def clean(self) -> None:
        for process in self.started:
            if process.poll() is None:
                process.kill()
            process.communicate(timeout=10)
        for pid in self.left_after(20):
            os.kill(pid, signal.SIGKILL)


@pytest.fixture
def standalone(tmp_path):
    starter = Standalone(tmp_path / "local")
    yield starter
    starter.clean()


def free_port() -> int:
    """A port that is free, with those the mail catcher will take.

    Below those the system gives to outgoing connections, which come and go.
    """
    while True:
        port = random.randrange(20_000, 30_000)
        if all(is_free(port + step) for step in (0, 25, 1025)):
            return port


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
