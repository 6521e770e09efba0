import time
from datetime import timedelta

import pytest
from django.test import override_settings
from django.utils import timezone

from kme_portal.base import health
from kme_portal.base.heartbeats import beat, silence
from kme_portal.base.tasks import erase_what_is_past_its_time, note_heartbeat

DEAD = "redis://127.0.0.1:1/0"


def test_the_process_answers_without_a_database(client):
    assert client.get("/healthz/").content == b"ok\n"


@override_settings(SECURE_SSL_REDIRECT=True, ALLOWED_HOSTS=["portal.example"])
def test_a_load_balancer_asks_by_number_and_without_tls(client):
    assert client.get("/healthz/", headers={"host": "10.0.0.7:8001"}).status_code == 200
    assert client.get("/", headers={"host": "10.0.0.7:8001"}).status_code == 400


@pytest.mark.django_db
def test_all_is_well_while_beat_and_worker_run(client):
    note_heartbeat()
    erase_what_is_past_its_time()
    beat("backup", now=timezone.now())

    assert health.report(now=timezone.now()) == {}
    assert client.get("/readyz/").content == b"ready\n"


@pytest.mark.django_db
def test_a_silent_beat_is_noticed_and_strangers_learn_nothing(client):
    beat("backup", now=timezone.now())
    beat("beat", now=timezone.now() - timedelta(minutes=10))

    response = client.get("/readyz/")

    assert (response.status_code, response.content) == (503, b"not ready\n")
    assert list(health.report(now=timezone.now())) == ["beat"]


@pytest.mark.django_db
def test_an_erasure_that_did_not_run_for_a_day_is_noticed():
    now = timezone.now()
    beat("backup", now=now)
    beat("beat", now=now)
    beat("erasure", now=now - timedelta(hours=27))

    assert list(health.report(now=now)) == ["erasure"]


@pytest.mark.django_db
def test_a_broker_that_is_down_is_noticed_within_seconds():
    beat("backup", now=timezone.now())
    beat("beat", now=timezone.now())

    began = time.monotonic()
    with override_settings(CELERY_BROKER_URL=DEAD):
        report = health.report(now=timezone.now())

    assert list(report) == ["broker"]
    assert time.monotonic() - began < 3


@pytest.mark.django_db
def test_what_never_ran_has_no_silence():
    assert silence("nothing", now=timezone.now()) is None
