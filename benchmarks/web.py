"""A gunicorn, and visitors who ask it as fast as it answers."""

import asyncio
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.db import connection

TICKS = os.sysconf("SC_CLK_TCK")
WORKERS = 2


@dataclass(frozen=True)
class Load:
    """What came of a number of requests: per second, and CPU milliseconds of the server each."""

    per_second: float
    cpu_ms: float


def database_url() -> str:
    """The address of this run's database, for other processes."""
    settings = connection.settings_dict
    host = settings["HOST"].replace("%", "%25").replace("/", "%2F")
    port = f":{settings['PORT']}" if settings["PORT"] else ""
    password = f":{settings['PASSWORD']}" if settings["PASSWORD"] else ""
    return f"postgres://{settings['USER']}{password}@{host}{port}/{settings['NAME']}"


@contextmanager
def web_server(**options: str) -> Iterator["Server"]:
    """A gunicorn as in `make run`, on this run's database; `options` go to its environment."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    env = os.environ | {
        "DATABASE_URL": database_url(),
        "DATABASE_POOL": "1",
        "DJANGO_SETTINGS_MODULE": "benchmarks.settings",
        "ALLOWED_HOSTS": "localhost",
        "DEMO": "0",
        **options,
    }
    command = [
        *(sys.executable, "-m", "gunicorn", "kme_portal.wsgi"),
        *("--bind", f"127.0.0.1:{port}", "--workers", str(WORKERS), "--threads", "4"),
        *("--worker-class", "gthread", "--log-level", "warning", "--no-control-socket"),
        *("--keep-alive", "60"),
    ]
    process = subprocess.Popen(command, env=env, start_new_session=True)
    try:
        yield Server(process.pid, port)
    finally:
        process.terminate()
        process.wait(timeout=30)


@dataclass(frozen=True)
class Server:
    pid: int
    port: int

    def load(self, path: str, *, seconds: float = 4, connections: int = 8) -> Load:
        """Ask for one page over kept connections; the first second is for warming up."""
        asyncio.run(self._ask(path, 1.5, connections))
        before = self.cpu_seconds()
        began = time.perf_counter()
        count = asyncio.run(self._ask(path, seconds, connections))
        took = time.perf_counter() - began
        cpu = self.cpu_seconds() - before
        return Load(per_second=count / took, cpu_ms=1000 * cpu / count)

    async def _ask(self, path: str, seconds: float, connections: int) -> int:
        end = time.perf_counter() + seconds
        return sum(await asyncio.gather(*(self._visitor(path, end) for _ in range(connections))))

    async def _visitor(self, path: str, end: float) -> int:
        request = f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
        reader, writer = await self.connect()
        count = 0
        while time.perf_counter() < end:
            try:
                writer.write(request)
                head = await reader.readuntil(b"\r\n\r\n")
            except (ConnectionError, asyncio.IncompleteReadError):
                # A kept connection may be closed between two requests; a browser asks again.
                reader, writer = await self.connect()
                continue
            if not head.startswith(b"HTTP/1.1 200"):
                raise RuntimeError(f"{path}: {head.splitlines()[0].decode()}")
            fields = dict(
                line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:] if b": " in line
            )
            await reader.readexactly(int(fields[b"content-length"]))
            if fields.get(b"connection") == b"close":
                writer.close()
                reader, writer = await self.connect()
            count += 1
        writer.close()
        return count

    async def connect(self):
        for _ in range(200):
            try:
                return await asyncio.open_connection("127.0.0.1", self.port)
            except ConnectionError:
                await asyncio.sleep(0.1)
        raise RuntimeError("the web server does not answer")

    def cpu_seconds(self) -> float:
        """CPU time of the server's processes so far."""
        total = 0
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = stat.read_text().rsplit(")", 1)[1].split()
            except (FileNotFoundError, ProcessLookupError):
                continue
            if int(fields[1]) == self.pid or int(stat.parent.name) == self.pid:
                total += int(fields[11]) + int(fields[12])
        return total / TICKS
