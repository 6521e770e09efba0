"""A form that was sent when the session had ended."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kme_portal.accounts import unsent
from kme_portal.accounts.models import UnsentForm
from kme_portal.accounts.registered.personal import erase_account
from kme_portal.base.registries import retentions
from kme_portal.mailings.models import Message
from tests.accounts.test_signing_in import code_of, sign_in
from tests.doors import sign_in as sign_in_at_once
from tests.factories import make_staff, make_user
from tests.factories.accounts import PASSWORD

pytestmark = pytest.mark.django_db
TYPED = {"name": "Ein <neuer> Name", "language": "tr"}


def signed_out_elsewhere(client):
    Session.objects.all().delete()


def come_back(client, user):
    response = sign_in(client, user)
    if user.is_staff:
        response = client.post(response.url, {"code": code_of(user)})
    return response


@pytest.fixture
def profile():
    return reverse("accounts:profile")


def test_text_typed_into_the_account_waits_for_the_sign_in(client, profile):
    user = make_user()
    sign_in(client, user)
    signed_out_elsewhere(client)

    response = client.post(profile, TYPED)
    assert response.url == f"{reverse('account_login')}?next={profile}"
    sign_in(client, user)
    page = client.get(profile)

    assert 'value="Ein &lt;neuer&gt; Name"' in page.content.decode()
    assert '<option value="tr" selected>' in page.content.decode()
    user.refresh_from_db()
    assert user.name != TYPED["name"]


def test_it_is_shown_until_it_is_sent(client, profile):
    user = make_user()
    sign_in(client, user)
    signed_out_elsewhere(client)
    client.post(profile, TYPED)
    sign_in(client, user)
    assert "neuer" in client.get(profile).content.decode()
    assert "neuer" in client.get(profile).content.decode()

    client.post(profile, TYPED | {"name": "Endlich"})

    assert not UnsentForm.objects.exists()
    assert 'value="Endlich"' in client.get(profile).content.decode()


def test_a_record_of_the_office_is_shown_with_its_text_after_the_second_factor(client):
    user = make_staff()
    come_back(client, user)
    address = reverse("admin:accounts_user_change", args=[make_user(name="Alt").pk])
    groups = [user.groups.get().pk]

    with time_machine.travel(timezone.now() + timedelta(minutes=31)):
        response = client.post(address, {"name": "Neu", "language": "ar", "groups": groups})
        assert response.url.endswith(f"?next={address}")
        response = sign_in(client, user)
        assert "Neu" not in client.get(reverse("accounts:overview"), follow=True).content.decode()
        client.post(response.url, {"code": code_of(user)})
        page = client.get(address).content.decode()

    assert 'value="Neu"' in page
    assert '<option value="ar" selected>' in page
    assert page.count('name="groups"') > 1
    assert "checked" in page


def test_another_account_never_sees_it(client, profile):
    user = make_user()
    sign_in(client, user)
    signed_out_elsewhere(client)
    client.post(profile, TYPED)

    sign_in(client, make_user())

    assert "neuer" not in client.get(profile).content.decode()
    assert client.get(reverse("accounts:unsent")).status_code == 302


def test_another_browser_never_sees_it(client, profile):
    user = make_user()
    sign_in(client, user)
    signed_out_elsewhere(client)
    client.post(profile, TYPED)
    elsewhere = Client()
    elsewhere.cookies[unsent.COOKIE] = "guessed"

    sign_in(elsewhere, user)

    assert "neuer" not in elsewhere.get(profile).content.decode()


def test_a_browser_in_which_nobody_signed_in_keeps_nothing(client, profile):
    client.post(profile, TYPED)

    assert not UnsentForm.objects.exists()


def test_a_forged_device_keeps_nothing(client, profile):
    client.cookies["device"] = f"{make_user().pk}:forged"

    client.post(profile, TYPED)

    assert not UnsentForm.objects.exists()


def test_a_forged_request_keeps_nothing(profile):
    client = Client(enforce_csrf_checks=True)
    user = make_user()
    sign_in_at_once(client, user)
    signed_out_elsewhere(client)

    assert client.post(profile, TYPED).status_code == 403
    assert not UnsentForm.objects.exists()


def test_neither_passwords_nor_codes_are_kept(client):
    user = make_user()
    sign_in(client, user)
    signed_out_elsewhere(client)

    client.post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": "geheim", "password2": "geheim"},
    )

    assert not UnsentForm.objects.exists()


def test_a_book_is_not_kept(client, profile):
    user = make_user()
    sign_in(client, user)
    signed_out_elsewhere(client)

    client.post(profile, {"name": "x" * (unsent.LARGEST + 1)})

    assert not UnsentForm.objects.exists()


def test_five_forms_of_one_person_are_kept_and_no_more(client, profile):
    user = make_user()
    sign_in(client, user)
    signed_out_elsewhere(client)

    for number in range(7):
        client.post(f"{profile}?{number}", TYPED)

    assert UnsentForm.objects.count() == unsent.PER_ACCOUNT


def test_what_is_kept_can_be_read_by_nobody_in_the_database(client, profile):
    user = make_user()
    sign_in(client, user)
    signed_out_elsewhere(client)

    client.post(profile, TYPED)

    kept = UnsentForm.objects.get()
    assert "neuer" not in kept.content
    assert client.cookies[unsent.COOKIE].value not in (kept.key_digest, kept.content)


def test_after_an_hour_it_is_neither_shown_nor_kept(client, profile):
    user = make_user()
    sign_in(client, user)
    signed_out_elsewhere(client)
    client.post(profile, TYPED)
    later = timezone.now() + timedelta(minutes=61)

    with time_machine.travel(later):
        sign_in(client, user)
        assert "neuer" not in client.get(profile).content.decode()

    assert retentions["accounts.unsent_forms"].erase(later) == 1
    assert not UnsentForm.objects.exists()


def test_erasing_a_person_erases_what_waits(client, profile):
    user = make_user()
    sign_in(client, user)
    signed_out_elsewhere(client)
    client.post(profile, TYPED)

    erase_account(user.email, timezone.now())

    assert not UnsentForm.objects.exists()


def test_what_finds_no_form_any_more_is_listed_to_be_sent_or_thrown_away(client, profile):
    user = make_user()
    sign_in(client, user)
    signed_out_elsewhere(client)
    client.post(profile, TYPED | {"extra": "Ein Text ohne Feld"})
    sign_in(client, user)

    page = client.get(profile, follow=True)
    assert page.redirect_chain[-1][0] == reverse("accounts:unsent")
    assert "Ein Text ohne Feld" in page.content.decode()

    response = client.post(reverse("accounts:unsent"), {"form": UnsentForm.objects.get().pk})
    assert response.url == profile
    assert not UnsentForm.objects.exists()


def test_the_page_where_the_form_stood_is_shown_again(client, profile):
    user = make_user()
    sign_in(client, user)
    signed_out_elsewhere(client)
    host = {"HTTP_HOST": "testserver"}

    ours = client.post(profile, TYPED, HTTP_REFERER="http://testserver/konto/?a=1", **host)
    foreign = client.post(profile, TYPED, HTTP_REFERER="http://elsewhere.example/x", **host)
    doubled = client.post(profile, TYPED, HTTP_REFERER="http://testserver//elsewhere/", **host)

    assert ours.url.endswith("?next=/konto/%3Fa%3D1")
    assert foreign.url.endswith(f"?next={profile}")
    assert doubled.url.endswith("?next=/elsewhere/")


# Refused for a stale token


def token_in(response) -> str:
    page = response.content.decode()
    return page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]


def signs_in(client, user):
    token = token_in(client.get(reverse("account_login")))
    sign_in_with = {"login": user.email, "password": PASSWORD, "csrfmiddlewaretoken": token}
    assert client.post(reverse("account_login"), sign_in_with).status_code == 302


@pytest.fixture
def guarded():
    return Client(enforce_csrf_checks=True)


def test_a_form_from_before_a_new_sign_in_is_offered_again(guarded, profile):
    user = make_user()
    signs_in(guarded, user)
    stale = token_in(guarded.get(profile))
    signed_out_elsewhere(guarded)
    signs_in(guarded, user)

    refused = guarded.post(profile, TYPED | {"csrfmiddlewaretoken": stale})

    assert refused.status_code == 403
    assert 'name="name" value="Ein &lt;neuer&gt; Name"' in refused.content.decode()
    again = TYPED | {"csrfmiddlewaretoken": token_in(refused)}
    assert guarded.post(profile, again).status_code == 302
    user.refresh_from_db()
    assert user.name == TYPED["name"]


def test_a_form_of_another_account_is_not_offered(guarded, profile):
    signs_in(guarded, make_user())
    stale = token_in(guarded.get(profile))
    signed_out_elsewhere(guarded)
    signs_in(guarded, make_user())

    refused = guarded.post(profile, TYPED | {"csrfmiddlewaretoken": stale})

    assert refused.status_code == 403
    assert "neuer" not in refused.content.decode()


@pytest.mark.parametrize("token", ["", "x", "a" * 64])
def test_a_forged_form_is_not_offered(guarded, profile, token):
    user = make_user()
    signs_in(guarded, user)
    signed_out_elsewhere(guarded)
    signs_in(guarded, user)

    refused = guarded.post(
        profile,
        TYPED | {"csrfmiddlewaretoken": token},
        HTTP_ORIGIN="https://elsewhere.example",
    )

    assert refused.status_code == 403
    assert "neuer" not in refused.content.decode()


def test_a_public_form_is_offered_again_where_the_browser_says_it_is_ours(guarded):
    address = reverse("account_reset_password")
    typed = {"email": "person@test.example", "csrfmiddlewaretoken": "a" * 64}

    ours = guarded.post(address, typed, HTTP_ORIGIN="http://testserver")
    unknown = guarded.post(address, typed)
    foreign = guarded.post(address, typed, HTTP_ORIGIN="https://elsewhere.example")

    assert [answer.status_code for answer in (ours, unknown, foreign)] == [403, 403, 403]
    assert "person@test.example" in ours.content.decode()
    assert "person@test.example" not in unknown.content.decode() + foreign.content.decode()
    assert not Message.objects.exists()


def test_a_refused_password_is_not_repeated(guarded):
    refused = guarded.post(
        reverse("account_login"),
        {"login": "person@test.example", "password": "geheim"},
        HTTP_ORIGIN="http://testserver",
    )

    assert refused.status_code == 403
    assert "geheim" not in refused.content.decode()
    assert "person@test.example" not in refused.content.decode()
