"""Web nodes as an operator runs them, and a balancer that does what nginx does with its errors."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException

from benchmarks.web import database_url
from tests.standalone.conftest import free_port


def in_a_loop(work: Coroutine) -> None:
    """Runs `work` in a thread of its own: a browser's loop may run in this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, work).result()


class Node:
    """One gunicorn with the portal's own configuration, on this run's database."""

    def __init__(self, **env: str) -> None:
        self.port = free_port()
        self.env = os.environ | {
            "DATABASE_URL": database_url(),
            "DATABASE_POOL": "1",
            "ALLOWED_HOSTS": "localhost",
            "WEB_BIND": f"127.0.0.1:{self.port}",
            "WEB_WORKERS": "2",
            "LOG_LEVEL": "ERROR",
            "ACCESS_LOG": "0",
            "LIMIT_SCALE": "1000",
            # Nothing was collected for a node of this run.
            "PYTHONWARNINGS": "ignore",
            **env,
        }
        self.process: subprocess.Popen | None = None

    def launch(self) -> "Node":
        command = [sys.executable, "-m", "gunicorn", "--config", "python:kme_portal.web"]
        self.process = subprocess.Popen(command, env=self.env, start_new_session=True)
        return self

    def is_up(self) -> bool:
        visitor = HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            visitor.request("GET", "/healthz/")
            return visitor.getresponse().status == 200
        except (OSError, HTTPException):
            return False
        finally:
            visitor.close()

    def wait(self, *, seconds: float = 60) -> "Node":
        ends = time.monotonic() + seconds
        while not self.is_up():
            if time.monotonic() > ends:
                raise AssertionError("the node does not answer")
            time.sleep(0.1)
        return self

    def terminate(self) -> None:
        """SIGTERM, as `systemctl restart` sends it; returns when it is gone."""
        self.process.terminate()
        self.process.wait(timeout=40)

    def kill(self) -> None:
        if self.process is not None and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


class NothingSent(Exception):
    """The node took no connection: any request may go to another one."""


class Cut(Exception):
    """The line ended after the request was sent and before its answer was whole."""


@dataclass
class Balancer:
    """Asks the nodes in turn; a request goes to another one only where that does no harm.

    A connection each, as in deploy/nginx.conf. What no node took is given to the next; a GET whose
    line is cut before the answer is asked again; a form is never sent twice.
    """

    nodes: list[Node]
    answers: Counter = field(default_factory=Counter)
    repeated: int = 0
    failed: int = 0
    turn: int = 0

    async def ask(self, path: str, *, form: bytes | None = None, cookie: str = "") -> bytes:
        for _try in range(200):
            self.turn += 1
            node = self.nodes[self.turn % len(self.nodes)]
            try:
                answer = await self.exchange(node, path, form, cookie)
            except NothingSent:
                await asyncio.sleep(0.02)
            except Cut:
                if form is not None:
                    break
                self.repeated += 1
            else:
                self.answers[int(answer.split(b" ", 2)[1])] += 1
                return answer
        self.failed += 1
        return b""

    async def exchange(self, node: Node, path: str, form: bytes | None, cookie: str) -> bytes:
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", node.port)
        except OSError as error:
            raise NothingSent from error
        method = "GET" if form is None else "POST"
        head = f"{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        if cookie:
            head += f"Cookie: {cookie}\r\n"
        if form is not None:
            head += f"Content-Length: {len(form)}\r\n"
            head += "Content-Type: application/x-www-form-urlencoded\r\n"
        try:
            writer.write(head.encode() + b"\r\n" + (form or b""))
            answer = await reader.read()
        except OSError as error:
            raise Cut from error
        finally:
            writer.close()
        if not is_whole(answer):
            raise Cut
        return answer


def is_whole(answer: bytes) -> bool:
    head, end, body = answer.partition(b"\r\n\r\n")
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return len(body) == int(line.partition(b":")[2])
    return bool(end) and body.endswith(b"0\r\n\r\n")


async def rolling_restart(nodes: list[Node]) -> None:
    """One node after the other, each back before the next goes."""
    for node in nodes:
        await asyncio.to_thread(node.terminate)
        await asyncio.to_thread(lambda node=node: node.launch().wait())


async def visit(balancer: Balancer, requests: list[tuple[str, bytes | None]], meanwhile) -> None:
    """Eight visitors send all requests, and read on until what happens meanwhile has ended."""
    cookie = f"csrftoken={TOKEN}"
    waiting = list(reversed(requests))
    event = asyncio.create_task(meanwhile)

    async def visitor() -> None:
        while waiting or not event.done():
            path, form = waiting.pop() if waiting else ("/", None)
            await balancer.ask(path, form=form, cookie=cookie if form else "")

    await asyncio.gather(*(visitor() for _ in range(8)), event)


TOKEN = "x" * 32
FORM = f"csrfmiddlewaretoken={TOKEN}".encode()
