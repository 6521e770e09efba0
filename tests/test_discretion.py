"""Neither words nor time tell whether somebody has an account or is registered."""

import pytest
from django.urls import reverse

from benchmarks.discretion import is_apart, medians, pairs
from tests.factories import make_user
from tests.factories.accounts import PASSWORD

pytestmark = pytest.mark.django_db


def test_time_does_not_tell(settings):
    """Four times in a row would have to be chance: a loaded machine alone fails nothing."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    for pair in pairs():
        seen = []
        for rounds in (8, 12, 16, 24):
            seen.append(medians(pair, rounds=rounds))
            if not is_apart(*seen[-1]):
                break
        else:
            pytest.fail(f"{pair.name}: milliseconds known and unknown {seen}")


def without_address(response, email: str) -> str:
    text = response.content.decode().replace(email, "ADDRESS")
    return "\n".join(line for line in text.splitlines() if "csrfmiddlewaretoken" not in line)


@pytest.mark.parametrize("password", ["falsch", ""])
@pytest.mark.parametrize("known", [{}, {"is_active": False}, {"password": None}])
def test_the_sign_in_says_the_same_of_every_address(client, password, known):
    user = make_user(email="bekannt@test.example", **known)
    told = {
        without_address(
            client.post(reverse("account_login"), {"login": email, "password": password}), email
        )
        for email in (user.email, "niemand@test.example")
    }

    assert len(told) == 1


def test_the_reset_says_the_same_of_every_address(client):
    user = make_user()
    told = {
        without_address(
            client.post(reverse("account_reset_password"), {"email": email}, follow=True), email
        )
        for email in (user.email, "niemand@test.example")
    }

    assert len(told) == 1


def test_a_change_of_address_does_not_tell_who_has_an_account(client_as):
    other = make_user()
    told = set()
    for email in (other.email, "frei@test.example"):
        client = client_as(make_user())
        client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
        answer = client.post(
            reverse("account_email"), {"action_add": "", "email": email}, follow=True
        )
        told.add((answer.status_code, without_address(answer, email)))

    assert len({status for status, _text in told}) == 1
    assert all("kann nicht verwendet werden" not in text for _status, text in told)
