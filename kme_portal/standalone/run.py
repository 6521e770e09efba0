"""The whole portal: servers first, then one process that prepares, then the rest; until Ctrl-C."""

import contextlib
import os
import signal
import socket
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPException
from types import FrameType

from kme_portal.standalone.children import Child, Family, die_with, say
from kme_portal.standalone.config import CannotStart, Plan
from kme_portal.standalone.execute import start_servers
from kme_portal.standalone.lock import Lock

PREPARING_MAY_TAKE = 600
HEALTH = "/healthz/"


class Stopped(BaseException):
    """Ctrl-C, SIGTERM or a closed terminal."""


def run_portal(plan: Plan, *, verbose: bool) -> int:
    """Returns 0 when asked to stop, 1 when a part ended by itself."""
    plan.folders.make()
    started_at = time.monotonic()
    family = Family()
    with Lock(plan.folders.lock) as lock, stoppable(family):
        die_with_make()
        refuse_taken_ports(plan)
        plan.folders.port.write_text(f"{plan.ports.web}\n")
        try:
            env = plan.environment()
            start_servers(plan, family, env, lock)
            portal = Portal(plan, family, env, lock, verbose=verbose)
            portal.prepare()
            portal.start()
            portal.announce(time.monotonic() - started_at)
            return portal.watch()
        except Stopped:
            return 0
        finally:
            stop(family)


class Portal:
    """The processes that know Django, and the mail catcher."""

    def __init__(
        self, plan: Plan, family: Family, env: dict[str, str], lock: int, *, verbose: bool
    ):
        self.plan = plan
        self.family = family
        self.env = env
        self.lock = lock
        self.level = "INFO" if verbose else "WARNING"
        self.signins = plan.folders.base / "signins.txt"

    def _child(self, name: str, *command: str, grace: float = 12, **env: str) -> Child:
        return Child(
            name,
            [sys.executable, *command],
            log=self.plan.folders.logs / f"{name}.log",
            env=self.env | env,
            grace=grace,
            keep_open=[self.lock],
        )

    def prepare(self) -> None:
        """Migrations, first data and static files, in one process: starting Django is slow."""
        self.signins.unlink(missing_ok=True)
        options = ["--stamps", str(self.plan.folders.base / "stamps")]
        if self.plan.demo:
            options += ["--demo", "--signins-to", str(self.signins)]
        child = self.family.add(self._child("prepare", "manage.py", "prepare", *options))
        if not child.wait(PREPARING_MAY_TAKE):
            raise CannotStart(f"Preparing took more than {PREPARING_MAY_TAKE} s; see {child.log}")
        self.family.children.remove(child)
        if child.process.returncode:
            raise CannotStart(f"The portal could not be prepared; see {child.log}")

    def start(self) -> None:
        folders, ports = self.plan.folders, self.plan.ports
        if self.plan.own_mail:
            self.family.add(
                self._child(
                    "mail",
                    *("-m", "kme_portal.standalone.catcher", str(folders.mail)),
                    *("--smtp", str(ports.smtp), "--page", str(ports.mail_page)),
                )
            )
        binds = [part for address in loopback() for part in ("--bind", f"{address}:{ports.web}")]
        web = self.family.add(
            self._child(
                "web",
                *("-m", "gunicorn", "kme_portal.wsgi", *binds),
                *("--workers", "2", "--threads", "4", "--preload", "--no-control-socket"),
                *("--worker-tmp-dir", "/dev/shm", "--graceful-timeout", "8"),  # noqa: S108
                *("--log-level", "warning"),
                DATABASE_POOL="1",
            )
        )
        celery = ("-m", "celery", "--quiet", "--app", "kme_portal")
        level = ("--loglevel", self.level)
        worker = ("worker", "--concurrency", "2", "--without-gossip", "--without-mingle", *level)
        # Celery warns of root because of pickled tasks; ours are JSON.
        calm = "ignore:You're running the worker with superuser:UserWarning"
        self.family.add(self._child("worker", *celery, *worker, grace=20, PYTHONWARNINGS=calm))
        beat = ("beat", "--schedule", str(folders.base / "beat.db"), "--pidfile=", *level)
        self.family.add(self._child("beat", *celery, *beat))
        web.wait_until(self._healthy, seconds=90)

    def _healthy(self) -> bool:
        """An address that answers, whatever it says below 500: the application is loaded."""
        connection = HTTPConnection("127.0.0.1", self.plan.ports.web, timeout=30)
        with contextlib.closing(connection):
            try:
                connection.request("GET", HEALTH, headers={"Host": "localhost"})
                return connection.getresponse().status < 500
            except HTTPException:
                return False

    def announce(self, seconds: float) -> None:
        url, ports = self.plan.portal_url, self.plan.ports
        lines = [("Portal", f"{url}/"), ("Office (admin)", f"{url}/verwaltung/")]
        if self.plan.own_mail:
            lines.append(("Mails it sent", f"http://localhost:{ports.mail_page}/"))
        lines.append(("Logs", f"{self.plan.folders.logs}/"))
        text = "".join(f"  {name:<15} {value}\n" for name, value in lines)
        with contextlib.suppress(FileNotFoundError):
            text += "\n" + "".join(f"  {line}\n" for line in self.signins.read_text().splitlines())
        if not self.plan.own_postgres:
            text += "\n  The first account: .venv/bin/python manage.py invite_coordinator\n"
        print(
            f"\nThe portal runs after {seconds:.0f} s.\n\n{text}\n  Ctrl-C ends it.\n", flush=True
        )

    def watch(self) -> int:
        while True:
            if ended := self.family.first_ended():
                ended.wait(1)
                say("stop", f"{ended.name} ended by itself; see {ended.log}")
                return 1
            time.sleep(0.3)


def stop(family: Family) -> None:
    """Those who use a server end before it."""
    if family.children:
        say("stop", "ending all processes")
    for names in (("prepare", "beat", "worker", "web"), ("mail", "valkey"), ("postgres",)):
        family.stop([child for child in family.children if child.name in names])
    if family.children:
        say("stop", "all processes have ended")


@contextlib.contextmanager
def stoppable(family: Family) -> Iterator[None]:
    """The first signal ends all in order, a second one at once."""

    def on_signal(number: int, frame: FrameType | None) -> None:
        if family.stopping:
            family.hurry = True
            return
        family.stopping = True
        raise Stopped

    before = {
        number: signal.signal(number, on_signal)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def die_with_make() -> None:
    """Someone who kills `make` means what it started."""
    if os.environ.get("MAKELEVEL"):
        die_with(signal.SIGTERM)


def loopback() -> list[str]:
    """Browsers try ::1 first for `localhost`: without it another program there would answer."""
    try:
        with socket.socket(socket.AF_INET6, socket.SOCK_STREAM) as probe:
            probe.bind(("::1", 0))
    except OSError:
        return ["127.0.0.1"]
    return ["127.0.0.1", "[::1]"]


def refuse_taken_ports(plan: Plan) -> None:
    wanted = {"the portal": plan.ports.web}
    if plan.own_mail:
        wanted |= {
            "the page with the mails": plan.ports.mail_page,
            "the mail catcher": plan.ports.smtp,
        }
    for purpose, port in wanted.items():
        if not 0 < port < 65536:
            raise CannotStart(f"{plan.ports.web} is no possible PORT: {purpose} would need {port}.")
        for address in loopback():
            family = socket.AF_INET6 if ":" in address else socket.AF_INET
            with socket.socket(family, socket.SOCK_STREAM) as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                try:
                    probe.bind((address.strip("[]"), port))
                except PermissionError:
                    raise CannotStart(
                        f"This account may not open port {port} ({purpose})."
                    ) from None
                except OSError:
                    raise CannotStart(
                        f"Port {port}, needed for {purpose}, is taken by another program. "
                        f"Choose another one: make run PORT={plan.ports.web + 1}"
                    ) from None
