"""Memory of a web process after visits, and of a worker process, beside a bare Django."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.pages import fill
from benchmarks.rows import Row
from benchmarks.web import database_url, web_server

MIB = 1024 * 1024
MOST = 125
BARE = "import django; django.setup(); import time; print('up', flush=True); time.sleep(60)"


def run() -> list[Row]:
    slug = fill()
    with web_server() as server:
        for path in ("/veranstaltungen/", f"/veranstaltungen/{slug}/", "/vereine/", "/dialoge/"):
            server.load(path, seconds=1)
        web = max(resident(pid) for pid in children(server.pid))
    bare = of_process([sys.executable, "-c", BARE])
    worker = of_process(
        [sys.executable, "-m", "celery", "--quiet", "--app", "kme_portal", "worker"]
        + ["--concurrency", "1", "--without-gossip", "--without-mingle"]
    )
    aim = f"web ≤ {MOST} MiB; plain is Django with these settings, idle"
    return [
        Row("web process after visits", web, bare, web / bare, unit="MiB", aim=aim),
        Row("worker process", worker, bare, worker / bare, unit="MiB"),
    ]


def of_process(command: list[str], *, settle: float = 6) -> float:
    """The largest process of a command that was given some seconds to come up."""
    env = os.environ | {
        "DATABASE_URL": database_url(),
        "DJANGO_SETTINGS_MODULE": "benchmarks.settings",
    }
    process = subprocess.Popen(
        command,
        env=env,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        time.sleep(settle)
        return max(resident(pid) for pid in [process.pid, *children(process.pid)])
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=30)


def children(parent: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rsplit(")", 1)[1].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(fields[1]) == parent:
            found.append(int(stat.parent.name))
    return found


def resident(pid: int) -> float:
    """Resident memory in MiB, pages shared with other processes included."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / MIB
