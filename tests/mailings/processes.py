"""Real processes: a broker, and workers with their beat, that tests may kill."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from django.db import connection

from kme_portal.mailings.addresses import digest, new_message_id
from kme_portal.mailings.models import Lane, Message
from kme_portal.standalone.servers import valkey_binary
from tests.mail import MailServer
from tests.mailings.letters import NOTICE

ROOT = Path(__file__).resolve().parent.parent.parent


def wait_until(ready: Callable[[], bool], *, seconds: float = 60, every: float = 0.02) -> None:
    ends = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > ends:
            raise AssertionError(f"not within {seconds} s; {what_is_left()}")
        time.sleep(every)


def what_is_left() -> dict:
    rows = Message.objects.values_list("status", "last_error")
    return dict(Counter(rows))


def outbox_is_empty() -> bool:
    return not Message.objects.queued().exists()


def note_mails(number: int, *, lane: Lane = Lane.BULK) -> list[str]:
    addresses = [f"v{index}@verein.example" for index in range(number)]
    Message.objects.bulk_create(
        Message(
            kind=NOTICE,
            lane=lane,
            key=f"chaos:{address}",
            email=address,
            address_digest=digest(address),
            language="de",
            message_id=new_message_id(),
        )
        for address in addresses
    )
    return addresses


class Broker:
    """A Valkey of the test's own, without a memory: killed and started again it is empty."""

    def __init__(self, folder: Path) -> None:
        # Paths of sockets must be short.
        self.socket = Path(os.environ.get("TMPDIR", "/tmp")) / f"kme-{os.getpid()}-{id(self)}.sock"
        self.url = f"unix://{self.socket}"
        self.folder = folder
        self.process: subprocess.Popen | None = None

    def start(self) -> "Broker":
        self.process = subprocess.Popen(
            [
                valkey_binary(),
                *("--port", "0", "--unixsocket", str(self.socket)),
                *("--save", "", "--appendonly", "no", "--dir", str(self.folder)),
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        wait_until(self.socket.exists, seconds=10)
        return self

    def freeze(self) -> None:
        """It takes connections and answers nobody."""
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self.process.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None
            self.socket.unlink(missing_ok=True)


class Worker:
    """A Celery worker with two processes and a beat of its own, in a process group of its own."""

    def __init__(self, folder: Path, broker: Broker, server: MailServer, **env: str) -> None:
        self.log = folder / f"worker-{time.monotonic_ns()}.log"
        self.schedule = folder / f"beat-{time.monotonic_ns()}"
        self.env = os.environ | environment(broker, server) | env
        self.process: subprocess.Popen | None = None

    def start(self) -> "Worker":
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "celery", "-A", "kme_portal", "worker"),
                    *("-B", "-s", str(self.schedule), "-c", "2", "-l", "INFO"),
                    *("--without-mingle", "--without-gossip", "-n", f"{self.log.stem}@test"),
                ],
                cwd=ROOT,
                env=self.env,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        wait_until(lambda: b" ready." in self.log.read_bytes())
        return self

    @property
    def sending_processes(self) -> list[int]:
        """The pool; beat is among them, as a child like the others."""
        path = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(pid) for pid in path.read_text().split()]

    def kill_one_process(self) -> None:
        """SIGKILL to one of the processes that send, as the kernel does when memory is short."""
        pid = max(self._open_mail_connections(), default=self.sending_processes[-1])
        os.kill(pid, signal.SIGKILL)

    def _open_mail_connections(self) -> list[int]:
        """Processes of the pool that hold a socket over TCP, that is, to the mail server."""
        found = []
        for pid in self.sending_processes:
            try:
                inodes = {
                    os.readlink(link)
                    for link in Path(f"/proc/{pid}/fd").iterdir()
                    if link.is_symlink()
                }
                rows = Path(f"/proc/{pid}/net/tcp").read_text().splitlines()[1:]
            except OSError:
                continue
            if inodes & {f"socket:[{row.split()[9]}]" for row in rows}:
                found.append(pid)
        return found

    def kill(self) -> None:
        if self.process is not None and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def ask_to_stop(self, *, seconds: float) -> None:
        """SIGTERM as an operator sends it; AssertionError unless it is gone in time."""
        self.process.terminate()
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError(self.log.read_text()[-2000:]) from None


def environment(broker: Broker, server: MailServer) -> dict[str, str]:
    database = connection.settings_dict
    host = quote(database["HOST"] or "localhost", safe="")
    user = quote(database["USER"], safe="")
    password = f":{quote(database['PASSWORD'], safe='')}" if database["PASSWORD"] else ""
    port = f":{database['PORT']}" if database["PORT"] else ""
    account = f"kme:{server.password}@" if server.password else ""
    return {
        "DJANGO_SETTINGS_MODULE": "tests.mailings.worker_settings",
        "DATABASE_URL": f"postgres://{user}{password}@{host}{port}/{database['NAME']}",
        "REDIS_URL": broker.url,
        "EMAIL_URL": f"smtp://{account}127.0.0.1:{server.port}",
        "OUTBOX_POLL": "0.3",
        "OUTBOX_GAPS": ",".join(["0.2"] * 8),
        "OUTBOX_WAIT_UNREACHABLE": "0.3",
        "OUTBOX_WAIT_REFUSED": "0.5",
        "PYTHONWARNINGS": "ignore",
    }


def check_sent(server: MailServer, expected: list[str], *, doubled: int = 0) -> None:
    """Nothing lost; at most so many mails came twice, each under one Message-ID."""
    came = Counter(server.recipients)
    lost = set(expected) - set(came)
    assert not lost, f"{len(lost)} lost"
    strangers = set(came) - set(expected)
    assert not strangers, strangers
    twice = {address: times for address, times in came.items() if times > 1}
    assert sum(came.values()) - len(came) <= doubled, f"doubled: {twice}"
    ids = Counter(zip(server.recipients, server.message_ids, strict=True))
    assert len(ids) == len(came), "a copy bears another Message-ID"
