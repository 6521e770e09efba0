"""Servers of the portal are really stopped while it runs: what can be read stays readable."""

import json
import os
import subprocess
import sys
import time
from http.client import HTTPConnection
from urllib.parse import quote

import pytest
from django.db import OperationalError, connection
from psycopg import errors

from kme_portal.base.outage import SECONDS_UNTIL_NEXT_TRY, is_away
from kme_portal.standalone.children import Family, StopRequest
from kme_portal.standalone.config import DATABASE, Folders, Plan
from kme_portal.standalone.run import answers
from kme_portal.standalone.servers import Postgres, Valkey, postgres_binaries
from tests.database import address_of, migrated_database
from tests.standalone.conftest import free_port

pytestmark = pytest.mark.xdist_group("outages")
TOKEN = "for-the-monitoring"


class Site:
    """A web server as in production, with a PostgreSQL and a Valkey of its own."""

    def __init__(self, folder) -> None:
        self.plan = Plan(Folders(folder), fast=True, given={})
        self.plan.folders.make()
        self.port = free_port()
        env = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        env |= self.plan.environment() | {
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "DATABASE_POOL": "1",
            "MONITORING_TOKEN": TOKEN,
        }
        lock = os.open(self.plan.folders.lock, os.O_RDWR | os.O_CREAT)
        self.family = Family(env=env, logs=self.plan.folders.logs, lock=lock, request=StopRequest())
        self.postgres = Postgres(self.plan, self.family)
        self.valkey = Valkey(self.plan, self.family)

    def start(self, server) -> None:
        server.wait(server.start())

    def stop(self, name: str) -> None:
        self.family.stop(name)

    def start_web(self) -> None:
        command = [sys.executable, "-m", "gunicorn", "kme_portal.wsgi", "--no-control-socket"]
        command += ["--bind", f"127.0.0.1:{self.port}", "--workers", "1", "--threads", "4"]
        child = self.family.start("web", command, quiet=True)
        self.family.wait_until(child, lambda: answers(self.port, "/healthz/"), seconds=60)

    def fill(self) -> None:
        """The tables and first texts of a new portal, from the tests' own server."""
        bin_folder = postgres_binaries()
        dump = subprocess.run(
            [bin_folder / "pg_dump", "--no-owner", address_of(migrated_database())],
            check=True,
            capture_output=True,
        )
        sockets = quote(str(self.plan.folders.sockets), safe="")
        address = f"postgres://postgres@{sockets}/{DATABASE}"
        load = [bin_folder / "psql", "-qX", "--set", "ON_ERROR_STOP=1", address]
        subprocess.run(load, input=dump.stdout, check=True, capture_output=True)

    def get(self, path: str, **headers: str):
        visitor = HTTPConnection("127.0.0.1", self.port, timeout=20)
        visitor.request("GET", path, headers={"Host": "localhost", **headers})
        answer = visitor.getresponse()
        text = answer.read().decode()
        visitor.close()
        return answer.status, answer.headers, text

    def not_ready(self) -> dict:
        status, _headers, text = self.get("/readyz/", Authorization=f"Bearer {TOKEN}")
        assert status == 503
        return json.loads(text)["failed"]

    def wait_for(self, path: str, status: int) -> None:
        ends = time.monotonic() + 15
        while self.get(path)[0] != status:
            assert time.monotonic() < ends, path
            time.sleep(0.2)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    site = Site(tmp_path_factory.mktemp("site") / "local")
    try:
        site.start(site.postgres)
        site.start(site.valkey)
        site.fill()
        site.start_web()
        yield site
    finally:
        site.family.stop("web")
        site.family.stop()
        os.close(site.family.lock)


@pytest.fixture
def without_valkey(site):
    site.stop("valkey")
    yield
    site.start(site.valkey)


@pytest.fixture
def without_postgres(site):
    site.stop("postgres")
    yield
    site.start(site.postgres)
    site.wait_for("/", 200)


def test_pages_stay_readable_while_the_broker_is_away(site, without_valkey):
    began = time.monotonic()

    for path in ("/", "/veranstaltungen/", "/en/vereine/", "/konto/anmelden/"):
        assert site.get(path)[0] == 200, path

    assert time.monotonic() - began < 10
    assert "broker" in site.not_ready()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/", "Das Portal ist kurz nicht erreichbar"),
        ("/en/veranstaltungen/", "The portal is away for a moment"),
        ("/tr/", "Portal kısa bir süre için kapalı"),
        ("/ar/vereine/", "البوابة غير متاحة للحظات"),
    ],
)
def test_while_the_database_is_away_a_page_says_so_in_each_language(
    site, without_postgres, path, words
):
    status, headers, text = site.get(path)

    assert status == 503
    assert words in text
    assert headers["Retry-After"] == "60"
    assert headers["Cache-Control"] == "no-store"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "Traceback" not in text
    assert "psycopg" not in text


def test_nobody_queues_for_a_database_that_is_away(site, without_postgres):
    site.get("/")

    began = time.monotonic()
    assert [site.get("/")[0] for _ in range(20)] == [503] * 20

    assert time.monotonic() - began < 2
    assert site.get("/healthz/")[0] == 200
    assert list(site.not_ready()) == ["database"]


def test_after_a_restart_of_the_database_no_request_fails(site):
    # Another process of the site may still remember an outage that an earlier test made.
    time.sleep(SECONDS_UNTIL_NEXT_TRY)
    for _ in range(10):
        site.wait_for("/", 200)
    site.stop("postgres")
    site.start(site.postgres)

    assert [site.get("/")[0] for _ in range(10)] == [200] * 10


def test_strangers_learn_nothing_about_what_is_not_well(site):
    for headers in ({}, {"Authorization": "Bearer guess"}, {"Authorization": ""}):
        status, _headers, text = site.get("/readyz/", **headers)
        assert (status, text) == (503, "not ready\n")


def test_only_a_lost_connection_counts_as_away():
    def error(cause):
        wrapped = OperationalError("of Django")
        wrapped.__cause__ = cause
        return wrapped

    assert is_away(error(errors.CannotConnectNow()))
    assert is_away(error(errors.OperationalError()))
    assert not is_away(error(errors.LockNotAvailable()))
    assert not is_away(error(errors.QueryCanceled()))
    assert not is_away(ValueError())
    assert not is_away(None)


@pytest.mark.django_db
def test_a_query_that_fails_is_an_ordinary_error():
    with pytest.raises(Exception, match="1/0|division") as caught, connection.cursor() as cursor:
        cursor.execute("SELECT 1/0")

    assert not is_away(caught.value)
