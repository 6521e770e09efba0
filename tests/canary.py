"""One invented person with words found nowhere else, and everywhere they could still be found."""

import base64
import io
import logging
import pickle
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import redis
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from structlog.stdlib import ProcessorFormatter

from kme_portal.base.backups.tools import environment, tool
from kme_portal.base.logs import logging_for

EMAIL = "zwitscherine@canary.example"
NAME = "Kanarina Zwitschervogel"
PHONE = "0155 5550199"
# In lower case; a part of each is enough.
WORDS = ("zwitscher", "kanarina", "canary.example", "5550199")


def words_in(text: str) -> list[str]:
    text = text.lower()
    return [word for word in WORDS if word in text]


def found_in_database() -> dict[str, list[str]]:
    """Rows by table, out of the text that pg_dump writes, with what is packed in them opened."""
    dump = subprocess.run(
        [tool("pg_dump"), "--data-only", "--inserts", "--rows-per-insert=1"],
        env=environment(),
        capture_output=True,
        check=True,
        timeout=120,
    ).stdout.decode()
    found: dict[str, list[str]] = {}
    for row in dump.split("\nINSERT INTO "):
        if words_in(row):
            found.setdefault(row.split(" ")[0].removeprefix("public."), []).append(row)
    for session in Session.objects.all():
        if words_in(str(session.get_decoded())):
            found.setdefault("django_session", []).append(session.session_key)
    for key, value in _cached():
        if words_in(key + value):
            found.setdefault("portal_cache", []).append(key)
    return found


def _cached() -> Iterator[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT cache_key, value FROM {settings.CACHES['default']['LOCATION']}")
        rows = cursor.fetchall()
    for key, value in rows:
        opened = pickle.loads(base64.b64decode(value))  # noqa: S301 - our own cache
        yield key, str(opened)


def found_in_files(folder: Path) -> list[str]:
    return [
        path.name
        for path in sorted(folder.rglob("*"))
        if path.is_file() and words_in(path.name + path.read_bytes().decode(errors="ignore"))
    ]


def found_in_broker() -> list[str]:
    """Every key of Valkey with its content: waiting tasks stand there as JSON with base64."""
    server = redis.from_url(settings.REDIS_URL)
    found = []
    for key in server.scan_iter():
        kind = server.type(key)
        content = {
            b"list": lambda key: server.lrange(key, 0, -1),
            b"set": server.smembers,
            b"hash": server.hgetall,
            b"zset": lambda key: server.zrange(key, 0, -1),
        }.get(kind, server.get)(key)
        text = f"{key} {content}"
        for part in text.replace("'", '"').split('"'):
            try:
                text += base64.b64decode(part, validate=True).decode()
            except ValueError:
                continue
        if words_in(text):
            found.append(key.decode())
    return found


@dataclass
class Logs:
    """What is written to the logs, in the form in which the portal writes it."""

    stream: io.StringIO = field(default_factory=io.StringIO)

    @property
    def text(self) -> str:
        return self.stream.getvalue()


@contextmanager
def written_logs() -> Iterator[Logs]:
    logs = Logs()
    config = logging_for(json=True, level="DEBUG")["formatters"]["lines"]
    config = {key: value for key, value in config.items() if key != "()"}
    handler = logging.StreamHandler(logs.stream)
    handler.setFormatter(ProcessorFormatter(**config))
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    try:
        yield logs
    finally:
        root.removeHandler(handler)
        root.setLevel(level)


class Walker(Client):
    """A browser that remembers which addresses it opened."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.opened: list[str] = []

    def request(self, **request):
        query = request.get("QUERY_STRING", "")
        self.opened.append(f"{request.get('PATH_INFO', '')}?{query}")
        return super().request(**request)
