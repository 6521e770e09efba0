"""The whole portal: servers first, then one process that prepares, then the rest; until Ctrl-C."""

import contextlib
import os
import signal
import socket
import sys
import time
from functools import partial
from http.client import HTTPConnection, HTTPException

from kme_portal.standalone.children import Child, Family, Stopped, StopRequest, die_with, say
from kme_portal.standalone.config import CannotStart, Plan
from kme_portal.standalone.lock import Lock
from kme_portal.standalone.servers import start_servers

HEALTH = "/healthz/"


def run_portal(plan: Plan, *, verbose: bool) -> int:
    """Returns 0 when asked to stop, 1 when a part ended by itself."""
    plan.folders.make()
    started_at = time.monotonic()
    request = StopRequest()
    with Lock(plan.folders.lock) as lock:
        request.listen()
        die_with_make()
        refuse_taken_ports(plan)
        plan.folders.port.write_text(f"{plan.ports.web}\n")
        env = plan.environment()
        family = Family(env=env, logs=plan.folders.logs, lock=lock, request=request)
        try:
            start_servers(plan, family)
            portal = Portal(plan, family, verbose=verbose)
            portal.prepare()
            portal.start()
            portal.announce(time.monotonic() - started_at)
            ended = family.watch()
            ended.wait(1)
            say("stop", f"{ended.name} ended by itself; see {ended.log}")
            return 1
        except Stopped:
            return 0
        finally:
            stop(family)


class Portal:
    """The processes that know Django, and the mail catcher."""

    def __init__(self, plan: Plan, family: Family, *, verbose: bool):
        self.plan = plan
        self.family = family
        self.level = "INFO" if verbose else "WARNING"
        self.signins = plan.folders.base / "signins.txt"
        self.stamps = plan.folders.base / "stamps"

    def prepare(self) -> None:
        """Migrations, first rows and static files, in one process: starting Django is slow."""
        self.signins.unlink(missing_ok=True)
        more = ["--signins-to", str(self.signins)] if self.plan.demo else []
        self._manage("prepare", *more)

    def start(self) -> None:
        """Returns when the portal and the page with the mails answer."""
        ports = self.plan.ports
        waiting: list[tuple[Child, int, str]] = []
        if self.plan.own_mail:
            waiting.append((self._start_mail(), ports.mail_page, "/"))
        waiting.append((self._start_web(), ports.web, HEALTH))
        if self.plan.demo and not (self.stamps / "demo").exists():
            self._manage("load_demo")
        for child, port, path in waiting:
            self.family.wait_until(child, partial(answers, port, path), seconds=90)
        # Loading these two as well would keep whoever waits for the pages waiting.
        self._start_celery()

    def _manage(self, command: str, *more: str) -> None:
        arguments = ["manage.py", command, "--stamps", str(self.stamps), *more]
        try:
            env = {"LOG_LEVEL": self.level}
            child = self.family.start(command, [sys.executable, *arguments], env=env)
            self.family.finish(child, seconds=600)
        except CannotStart as problem:
            hint = f"\nTo begin anew with empty data, remove {self.plan.folders.base}"
            raise CannotStart(f"{problem}{hint if self.plan.own_postgres else ''}") from None

    def _start_mail(self) -> Child:
        command = [sys.executable, "-m", "kme_portal.standalone.catcher"]
        command += [str(self.plan.folders.mail), "--smtp", str(self.plan.ports.smtp)]
        return self.family.start("mail", [*command, "--page", str(self.plan.ports.mail_page)])

    def _start_web(self) -> Child:
        command = [sys.executable, "-m", "gunicorn", "--config", "python:kme_portal.web"]
        command += ["--graceful-timeout", "8"]
        binds = ",".join(f"{address}:{self.plan.ports.web}" for address in loopback())
        env = {"DATABASE_POOL": "1", "WEB_BIND": binds, "LOG_LEVEL": self.level}
        return self.family.start("web", command, env=env)

    def _start_celery(self) -> None:
        celery = [sys.executable, "-m", "celery", "--quiet", "--app", "kme_portal"]
        worker = [*celery, "worker", "--concurrency", "2", "--without-gossip", "--without-mingle"]
        # Celery warns of root because of pickled tasks; ours are JSON.
        calm = {"PYTHONWARNINGS": "ignore:You're running the worker with superuser:UserWarning"}
        self.family.start("worker", [*worker, "--loglevel", self.level], grace=20, env=calm)
        schedule = str(self.plan.folders.base / "beat.db")
        beat = [*celery, "beat", "--schedule", schedule, "--pidfile="]
        self.family.start("beat", [*beat, "--loglevel", self.level])

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


def answers(port: int, path: str) -> bool:
    """Whether a page comes, whatever it says below 500: the application is loaded."""
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    with contextlib.closing(connection):
        try:
            connection.request("GET", path, headers={"Host": "localhost"})
            return connection.getresponse().status < 500
        except HTTPException:
            return False


def stop(family: Family) -> None:
    """Those who use a server end before it."""
    if not family.children:
        return
    say("stop", "ending all processes")
    family.stop("prepare", "load_demo", "initdb", "beat", "worker", "web")
    family.stop("mail", "valkey")
    family.stop("postgres")
    say("stop", "all processes have ended")


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
