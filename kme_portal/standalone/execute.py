"""The two servers for the time of one command: tests, a shell, a management command."""

import os
import signal
import subprocess
from dataclasses import replace
from pathlib import Path
from types import FrameType

from kme_portal.standalone.children import Family, die_with
from kme_portal.standalone.config import ROOT, CannotStart, Folders, Plan, Ports
from kme_portal.standalone.lock import AlreadyRunning, Lock
from kme_portal.standalone.servers import Postgres, Valkey

TEST_SETS = 8


class Interrupted(KeyboardInterrupt):
    """A signal that asks to end."""

    def __init__(self, number: signal.Signals):
        super().__init__()
        self.number = number


def interrupt(number: int, frame: FrameType | None) -> None:
    raise Interrupted(signal.Signals(number))


def execute_command(local: Path, command: list[str], *, fast: bool) -> int:
    """Returns the command's own code; 128 and the signal where one ended it, as shells do."""
    if not fast:
        plan = Plan(Folders(local))
        plan.folders.make()
        try:
            return _with_servers(plan, command)
        except AlreadyRunning:
            # The portal runs from this checkout: the command is to see what it sees.
            joined = replace(plan, ports=noted_ports(plan.folders), whole=True)
            return _run(command, joined.environment())
    for number in range(1, TEST_SETS + 1):
        name = "test" if number == 1 else f"test-{number}"
        plan = Plan(Folders(local / name), fast=True)
        plan.folders.make()
        try:
            return _with_servers(plan, command)
        except AlreadyRunning:
            continue
    raise CannotStart(f"{TEST_SETS} test runs are already under way in this checkout.")


def noted_ports(folders: Folders) -> Ports:
    """Where the running portal answers; the usual ports when only a command runs."""
    try:
        return Ports(int(folders.port.read_text()))
    except (FileNotFoundError, ValueError):
        return Ports()


def _with_servers(plan: Plan, command: list[str]) -> int:
    family = Family()
    with Lock(plan.folders.lock) as lock:
        env = plan.environment()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, interrupt)
        try:
            start_servers(plan, family, env, lock)
            return _run(command, env)
        finally:
            family.stop(family.children)


def start_servers(plan: Plan, family: Family, env: dict[str, str], lock: int) -> None:
    wanted: list[Postgres | Valkey] = []
    if plan.own_postgres:
        wanted.append(Postgres(plan.folders, fast=plan.fast, env=env, keep_open=[lock]))
    if plan.own_valkey:
        wanted.append(Valkey(plan.folders, fast=plan.fast, env=env, keep_open=[lock]))
    started = [(server, family.add(server.start())) for server in wanted]
    for server, child in started:
        server.wait(child)


def _run(command: list[str], env: dict[str, str]) -> int:
    """Runs the command at the same terminal: it gets Ctrl-C itself and decides what to do."""
    try:
        process = subprocess.Popen(
            command, cwd=ROOT, env=env, preexec_fn=lambda: die_with(signal.SIGTERM)
        )
    except OSError as error:
        raise CannotStart(f"{command[0]} cannot be run: {error.strerror}") from error
    while True:
        try:
            code = process.wait()
            return code if code >= 0 else 128 - code
        except Interrupted as interrupted:
            if interrupted.number != signal.SIGINT or not at_terminal():
                process.send_signal(interrupted.number)


def at_terminal() -> bool:
    """Whether Ctrl-C reaches the command by itself, since both are in the terminal's foreground."""
    try:
        with open("/dev/tty") as terminal:
            return os.tcgetpgrp(terminal.fileno()) == os.getpgrp()
    except OSError:
        return False
