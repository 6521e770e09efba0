import json
import logging
import logging.config
from io import StringIO

import pytest
import structlog
from django.test import Client
from django.urls import reverse

from kme_portal.accounts import readlog
from kme_portal.accounts.models import User
from kme_portal.base.logs import cut, logging_for, without_secrets
from kme_portal.base.tasks import note_heartbeat
from kme_portal.celery import app, bind_request_id, pass_request_id_on, unbind_request_id
from kme_portal.mailings.links import make_token
from tests.doors import sign_in
from tests.factories import make_staff, make_user
from tests.factories.accounts import PASSWORD


@pytest.fixture
def lines():
    """Logs as in production, into memory."""
    stream = StringIO()
    settings = logging_for(json=True, level="INFO")
    settings["handlers"]["console"]["stream"] = stream
    before = logging.root.handlers[:], logging.root.level
    logging.config.dictConfig(settings)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    logging.root.handlers, logging.root.level = before[0], before[1]


def test_a_line_is_json_with_the_id_of_the_request(lines):
    with structlog.contextvars.bound_contextvars(request_id="abc"):
        logging.getLogger("portal").warning("happened", extra={"organisation": 7})

    [line] = lines()
    assert (line["event"], line["organisation"], line["request_id"]) == ("happened", 7, "abc")
    assert line["timestamp"].endswith("Z")


def test_addresses_and_tokens_are_dropped_from_text_extras_and_tracebacks(lines):
    token = make_token("invitation", "x" * 22)
    try:
        raise ValueError(f"person@verein.example {token}")
    except ValueError:
        logging.getLogger("portal").exception(
            "broke at /einladung/%s/", token, extra={"who": "person@verein.example"}
        )

    text = json.dumps(lines())
    assert "person@" not in text
    assert token not in text
    assert "[token]" in text


@pytest.mark.parametrize(
    "path",
    ["/einladung/abc/", "/anmeldung/abc/absagen/", "/konto/einladung/abc/", "/abbestellen/abc/"],
)
def test_no_path_keeps_its_token(path):
    assert "abc" not in without_secrets(f"GET {path}")


@pytest.mark.parametrize(
    ("network", "kept"),
    [
        ("192.0.2.77", "192.0.2.0/24"),
        ("2001:db8:1:2::/64", "2001:db8:1::/48"),
        ("unknown", "unknown"),
    ],
)
def test_where_somebody_lives_is_cut_off(network, kept):
    assert cut(network) == kept


@pytest.fixture
def access_log(settings, lines):
    settings.ACCESS_LOG = True
    return lines


@pytest.mark.django_db
def test_a_request_is_one_line_without_its_address(client, access_log):
    client.get("/veranstaltungen/?q=Kanarienvogel", REMOTE_ADDR="198.51.100.23")

    [line] = access_log()
    assert line["event"] == "request"
    assert (line["method"], line["status"]) == ("GET", 200)
    assert line["route"] == "veranstaltungen/"
    assert line["network"] == "198.51.100.0/24"
    assert line["ms"] >= 0


@pytest.mark.django_db
def test_what_people_type_and_are_given_stands_in_no_line(access_log):
    canary = "kanarienvogel"
    token = make_token("invitation", canary + "x" * 22)
    user = make_user(email=f"{canary}@verein.example", name=canary)
    visitor = Client()

    visitor.get(f"/{canary}/")
    visitor.get(f"/suche/?q={canary}")
    visitor.get(f"/einladung/{token}/")
    visitor.get(f"/abbestellen/{token}/")
    visitor.get("/", headers={"host": f"{canary}.example"})
    visitor.get("/", headers={"user-agent": canary, "referer": f"https://{canary}.example/"})
    visitor.post(reverse("account_login"), {"login": user.email, "password": canary})
    visitor.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    visitor.post(reverse("account_reset_password"), {"email": user.email})

    told = json.dumps(access_log())
    assert canary not in told.lower()
    assert token not in told
    events = {line["event"] for line in access_log()}
    assert {"request", "sign-in refused", "signed in"} <= events


@pytest.mark.django_db
def test_a_refusal_names_the_account_by_number(lines):
    user = make_user()
    sign_in(client := Client(), user)

    client.get(reverse("admin:index"), follow=True)

    [line] = [line for line in lines() if line["event"] == "refused"]
    assert (line["status"], line["user"]) == (403, user.pk)


@pytest.mark.django_db
def test_changed_groups_and_exports_are_told(lines):
    user = make_staff("Redaktion")
    before = len(lines())

    user.groups.clear()
    user.is_staff = False
    user.save()
    readlog.note_export(user=user, model=User, ids=[1, 2], purpose="Kanarienvogel")

    changed, access, exported = lines()[before:]
    assert (access["event"], access["user"], access["is_staff"]) == (
        "access changed",
        user.pk,
        False,
    )
    assert (changed["event"], changed["users"]) == ("permissions changed", str([user.pk]))
    assert (exported["event"], exported["count"]) == ("exported", 2)
    assert "Kanarienvogel" not in json.dumps(exported)


def test_a_task_bears_the_id_of_the_request_that_started_it(lines):
    headers: dict = {}
    with structlog.contextvars.bound_contextvars(request_id="abc"):
        pass_request_id_on(headers=headers)

    note_heartbeat.push_request(**headers)
    try:
        bind_request_id(task=note_heartbeat, task_id="of the task")
        logging.getLogger("portal").info("works")
    finally:
        unbind_request_id()
        note_heartbeat.pop_request()

    [line] = lines()
    assert line["request_id"] == "abc"
    assert line["task"] == "kme_portal.base.tasks.note_heartbeat"


def test_celery_leaves_the_log_as_it_is():
    assert app.conf.worker_hijack_root_logger is False
