from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.http import HttpResponse
from django.test import override_settings
from django.utils import timezone

from kme_portal.base.limits import Limit, TooMany, count, forget_expired, limited
from kme_portal.base.models import Attempts
from kme_portal.base.network import cut_network_of, network_of

LIMIT = Limit("test", tries=3, seconds=60)


@pytest.mark.django_db
def test_the_fourth_try_is_refused_and_says_how_long_to_wait():
    now = timezone.now()
    for _try in range(3):
        count(LIMIT, "somebody", now=now)

    with pytest.raises(TooMany) as refusal:
        count(LIMIT, "somebody", now=now + timedelta(seconds=20))

    assert refusal.value.retry_after == 40


@pytest.mark.django_db
def test_somebody_else_is_not_held_back():
    for _try in range(3):
        count(LIMIT, "somebody")

    assert count(LIMIT, "another") == 1


@pytest.mark.django_db
def test_a_new_window_begins_after_the_old_one():
    now = timezone.now()
    for _try in range(3):
        count(LIMIT, "somebody", now=now)

    assert count(LIMIT, "somebody", now=now + timedelta(seconds=61)) == 1


@pytest.mark.django_db
def test_no_address_is_stored():
    count(LIMIT, "person@verein.example")

    assert "person" not in Attempts.objects.get().key


@pytest.mark.django_db
def test_expired_counters_are_forgotten():
    now = timezone.now()
    count(LIMIT, "somebody", now=now)

    assert forget_expired(now=now + timedelta(seconds=61)) == 1


@pytest.mark.django_db(transaction=True)
def test_tries_at_the_same_moment_are_all_counted():
    def attempt(_number):
        try:
            return count(Limit("rush", tries=1000, seconds=60), "somebody")
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        numbers = list(threads.map(attempt, range(20)))

    assert sorted(numbers) == list(range(1, 21))


@pytest.mark.django_db
def test_a_view_over_its_limit_answers_429_with_a_page_to_read(rf):
    view = limited(LIMIT)(lambda request: HttpResponse("done"))

    def post(**meta):
        request = rf.post("/", **meta)
        request.user = AnonymousUser()
        return view(request)

    answers = [post() for _try in range(4)]

    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert int(answers[-1].headers["Retry-After"]) <= 60
    assert b"<h1>" in answers[-1].content
    assert post(REMOTE_ADDR="192.0.2.9").status_code == 200


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("nonsense", "unknown"),
    ],
)
def test_a_household_counts_as_one_network(rf, address, network):
    assert network_of(rf.get("/", REMOTE_ADDR=address)) == network


def test_logs_know_no_single_address(rf):
    request = rf.get("/", REMOTE_ADDR="192.0.2.7")

    assert cut_network_of(request) == "192.0.2.0/24"


def test_a_forwarded_address_counts_behind_the_own_proxy_alone(rf):
    request = rf.get("/", REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR="10.0.0.9, 198.51.100.4")

    assert network_of(request) == "192.0.2.1"
    with override_settings(BEHIND_PROXY=True):
        assert network_of(request) == "198.51.100.4"
