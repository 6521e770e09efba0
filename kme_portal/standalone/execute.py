"""The two servers for the time of one command: tests, a shell, a management command."""

import os
import signal
import subprocess
from dataclasses import replace
from pathlib import Path

from kme_portal.standalone.children import Family, StopRequest, die_with
from kme_portal.standalone.config import ROOT, CannotStart, Folders, Plan, Ports
from kme_portal.standalone.lock import AlreadyRunning, Lock
from kme_portal.standalone.servers import start_servers

TEST_SETS = 8


def execute_command(local: Path, command: list[str], *, fast: bool) -> int:
    """Returns the command's own code; 128 and the signal where one ended it, as shells do."""
    request = StopRequest()
    if not fast:
        plan = Plan(Folders(local))
        plan.folders.make()
        try:
            return _with_servers(plan, command, request)
        except AlreadyRunning:
            # The portal runs from this checkout: the command is to see what it sees.
            joined = replace(plan, ports=noted_ports(plan.folders), whole=True)
            return _run(command, joined.environment(), request)
    for number in range(1, TEST_SETS + 1):
        name = "test" if number == 1 else f"test-{number}"
        plan = Plan(Folders(local / name), fast=True)
        plan.folders.make()
        try:
            return _with_servers(plan, command, request)
        except AlreadyRunning:
            continue
    raise CannotStart(f"{TEST_SETS} test runs are already under way in this checkout.")


def noted_ports(folders: Folders) -> Ports:
    """Where the running portal answers; the usual ports when only a command runs."""
    try:
        return Ports(int(folders.port.read_text()))
    except (FileNotFoundError, ValueError):
        return Ports()


def _with_servers(plan: Plan, command: list[str], request: StopRequest) -> int:
    with Lock(plan.folders.lock) as lock:
        env = plan.environment()
        request.listen()
        family = Family(env=env, logs=plan.folders.logs, lock=lock, request=request)
        try:
            start_servers(plan, family)
            return _run(command, env, request)
        finally:
            family.stop()


def _run(command: list[str], env: dict[str, str], request: StopRequest) -> int:
    """Runs the command at the same terminal: it gets Ctrl-C itself and decides what to do."""
    request.listen()
    try:
        process = subprocess.Popen(
            command, cwd=ROOT, env=env, preexec_fn=lambda: die_with(signal.SIGTERM)
        )
    except OSError as error:
        raise CannotStart(f"{command[0]} cannot be run: {error.strerror}") from error

    def forward(number: signal.Signals) -> None:
        if number != signal.SIGINT or not at_terminal():
            process.send_signal(number)

    request.forward = forward
    if request.asked:
        forward(request.asked)
    code = process.wait()
    request.forward = None
    return code if code >= 0 else 128 - code


def at_terminal() -> bool:
    """Whether Ctrl-C reaches the command by itself, since both are in the terminal's foreground."""
    try:
        with open("/dev/tty") as terminal:
            return os.tcgetpgrp(terminal.fileno()) == os.getpgrp()
    except OSError:
        return False
