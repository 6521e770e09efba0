"""Who tries too often, and who must not suffer from it."""

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kme_portal.accounts import services
from kme_portal.accounts.guards import RESET, SECOND_FACTOR, SIGN_IN
from kme_portal.mailings.models import Message
from tests.accounts.test_signing_in import code_of, sign_in
from tests.factories import make_staff, make_user
from tests.factories.accounts import PASSWORD

pytestmark = pytest.mark.django_db


def guess(client, user, times, address="192.0.2.{}"):
    return [
        sign_in(client, user, password="falsch", REMOTE_ADDR=address.format(number + 1))
        for number in range(times)
    ]


def test_guessing_one_account_from_many_networks_ends(client):
    user = make_user()

    answers = guess(client, user, 12)
    locked = sign_in(client, user, REMOTE_ADDR="192.0.2.99")

    assert [answer.status_code for answer in answers] == [200] * 10 + [429] * 2
    assert locked.status_code == 429
    assert int(locked.headers["Retry-After"]) > 0
    assert "Zu viele Versuche" in locked.content.decode()
    assert user.email in locked.content.decode()


def test_an_account_that_does_not_exist_is_locked_alike(client):
    user = make_user()
    nobody = type(user)(email="niemand@test.example")

    known, unknown = guess(client, user, 12), guess(Client(), nobody, 12)

    assert [a.status_code for a in known] == [a.status_code for a in unknown]


def test_its_owner_still_gets_in_from_a_device_used_before(client):
    user = make_user()
    sign_in(client, user)
    client.post(reverse("account_logout"))
    guess(Client(), user, 20)

    assert sign_in(client, user, REMOTE_ADDR="198.51.100.7").status_code == 302


def test_its_owner_gets_in_beside_somebody_who_guesses_from_the_same_address(client):
    user = make_user()
    sign_in(client, user)
    client.post(reverse("account_logout"))
    guess(Client(), user, SIGN_IN.tries + 5, address="192.0.2.1")

    assert sign_in(client, user, REMOTE_ADDR="192.0.2.1").status_code == 302


def test_an_office_behind_one_address_signs_in_from_its_devices(client):
    devices = []
    for _person in range(SIGN_IN.tries // 10):
        user, device = make_user(), Client()
        sign_in(device, user)
        device.post(reverse("account_logout"))
        devices.append((user, device))
    guess(client, make_user(), SIGN_IN.tries + 5, address="192.0.2.1")

    answers = [sign_in(device, user, REMOTE_ADDR="192.0.2.1") for user, device in devices]

    assert {answer.status_code for answer in answers} == {302}


@pytest.mark.parametrize(
    "addresses",
    [["192.0.2.1"], [f"2001:db8:1:2::{number:x}" for number in range(1, 50)]],
    ids=["one address", "one household's IPv6"],
)
def test_one_network_tries_thirty_times_over_all_accounts(client, addresses):
    answers = [
        sign_in(
            client,
            make_user(),
            password="falsch",
            REMOTE_ADDR=addresses[number % len(addresses)],
        )
        for number in range(SIGN_IN.tries + 3)
    ]

    assert [answer.status_code for answer in answers[-4:]] == [200, 429, 429, 429]
    assert b"<h1>" in answers[-1].content


def test_a_forged_forwarding_header_gives_no_new_tries(client):
    for number in range(SIGN_IN.tries + 1):
        last = sign_in(
            client,
            make_user(),
            password="falsch",
            HTTP_X_FORWARDED_FOR=f"203.0.113.{number}",
        )

    assert last.status_code == 429
    assert int(last.headers["Retry-After"]) > 0


def test_a_forged_device_gives_no_new_tries(client):
    user = make_user()
    client.cookies["device"] = f"{user.pk}:1abc:forged"

    answers = guess(client, user, 12)

    assert answers[-1].status_code == 429


def test_the_door_of_the_admin_takes_no_password(client):
    user = make_staff()

    response = client.post(
        reverse("admin:login"),
        {"username": user.email, "password": PASSWORD, "login": user.email},
    )

    assert response.url.startswith(reverse("account_login"))
    assert "_auth_user_id" not in client.session


def test_codes_of_the_second_factor_cannot_be_guessed(client):
    user = make_staff()
    sign_in(client, user)

    for number in range(12):
        client.post(
            reverse("mfa_authenticate"),
            {"code": f"{number:06d}"},
            REMOTE_ADDR=f"192.0.2.{number + 1}",
        )
    refused = client.post(reverse("mfa_authenticate"), {"code": code_of(user)})

    assert "Zu viele Versuche" in refused.content.decode()
    assert client.get(reverse("admin:index")).status_code == 302


def test_one_network_shows_a_second_factor_thirty_times(client):
    sign_in(client, make_staff())

    for _try in range(SECOND_FACTOR.tries + 1):
        last = client.post(reverse("mfa_authenticate"), {"code": ""})

    assert last.status_code == 429


def test_one_network_asks_for_resets_thirty_times(client):
    for number in range(RESET.tries + 1):
        last = client.post(reverse("account_reset_password"), {"email": f"p{number}@test.example"})

    assert last.status_code == 429


def test_a_reset_beyond_the_fifth_says_the_same_of_every_address(client):
    user = make_user()

    def statuses(email):
        return [
            client.post(reverse("account_reset_password"), {"email": email}).status_code
            for _try in range(7)
        ]

    assert statuses(user.email) == statuses("niemand@test.example")
    assert Message.objects.filter(kind="accounts.reset_password").count() <= 5
    assert Message.objects.filter(kind="accounts.unknown_account").count() <= 5


@pytest.mark.parametrize("name", ["mfa_login_webauthn", "account_confirm_email"])
def test_other_ways_in_are_limited_too(client, name):
    address = reverse(name, args=["unbekannt"] if name == "account_confirm_email" else [])

    for _try in range(31):
        last = client.post(address, {"credential": "{}"})

    assert last.status_code == 429


def test_unknown_links_are_counted_and_known_ones_still_open(client):
    user = services.invite_user(email="neu@office.example")
    known = reverse("accounts:invitation", args=[services.invitation_token(user)])

    answers = [client.get(reverse("accounts:invitation", args=[f"x{n}"])) for n in range(61)]

    assert [answer.status_code for answer in answers[-2:]] == [404, 429]
    assert "Retry-After" in answers[-1].headers
    assert client.get(known).status_code == 200


def test_one_link_sends_forty_times_and_no_more(client):
    user = services.invite_user(email="neu@office.example")
    known = reverse("accounts:invitation", args=[services.invitation_token(user)])

    with time_machine.travel(timezone.now().replace(second=5), tick=False):
        answers = [client.post(known, {}, REMOTE_ADDR=f"192.0.2.{n}") for n in range(1, 52)]

    assert answers[39].status_code == 200
    assert answers[-1].status_code == 429


def test_a_flood_of_addresses_pushes_no_counter_out(client):
    user = make_user()
    guess(client, user, 12)

    for number in range(400):
        cache.set(f"flood-{number}", 1, 600)

    assert sign_in(client, user, REMOTE_ADDR="192.0.2.77").status_code == 429
