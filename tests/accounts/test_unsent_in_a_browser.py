"""Typing, being signed out, signing in, and finding the text again: in a real browser."""

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.urls import reverse

from organisations.models import Organisation
from tests.accounts.test_signing_in import code_of
from tests.browser import watch
from tests.factories import make_organisation, make_staff, make_user
from tests.factories.accounts import PASSWORD

pytestmark = pytest.mark.django_db(transaction=True)


def come_back(page, user):
    page.fill("#id_login", user.email)
    page.fill("#id_password", PASSWORD)
    page.locator("main form button[type=submit]").first.click()
    if user.is_staff:
        page.fill("#id_code", code_of(user))
        page.locator("main form button[type=submit]").first.click()
    page.wait_for_load_state("load")


@pytest.mark.parametrize("javascript", [True, False])
def test_text_of_the_account_comes_back(new_page, live_server, javascript):
    user = make_user()
    page = new_page(width=390, javascript=javascript)
    page.goto(reverse("account_login"))
    come_back(page, user)
    page.goto(reverse("accounts:profile"))
    page.fill("#id_name", "Ein neuer Name")
    Session.objects.all().delete()

    page.locator("main form button[type=submit]").click()
    assert reverse("account_login") in page.url
    come_back(page, user)

    assert page.url == live_server.url + reverse("accounts:profile")
    assert page.input_value("#id_name") == "Ein neuer Name"
    assert page.locator(".messages").is_visible()
    page.locator("main form button[type=submit]").click()
    page.wait_for_load_state("load")
    user.refresh_from_db()
    assert user.name == "Ein neuer Name"


def test_text_of_a_record_comes_back_with_rows_that_were_added(new_page):
    user = make_staff()
    organisation = make_organisation(name="Verein am Fluss")
    page = new_page()
    seen = watch(page)
    page.goto(reverse("account_login"))
    come_back(page, user)
    page.goto(reverse("admin:organisations_organisation_change", args=[organisation.pk]))
    page.fill("#id_name", "Verein am Ufer")
    page.locator("#representatives-group .add-row a").click()
    row = page.locator("#representatives-group [name^=representatives-][name$=-email]").first
    row.fill("person@verein.example")
    Session.objects.all().delete()
    # The same code of the app holds once, and half a minute is long.
    cache.clear()

    page.locator("[name=_continue]").click()
    come_back(page, user)

    assert page.input_value("#id_name") == "Verein am Ufer"
    emails = page.locator("#representatives-group [name$=-email]")
    values = [emails.nth(place).input_value() for place in range(emails.count())]
    assert "person@verein.example" in values
    assert Organisation.objects.get().name == "Verein am Fluss"
    page.locator("[name=_continue]").click()
    page.wait_for_load_state("load")
    assert Organisation.objects.get().name == "Verein am Ufer"
    assert not seen.refused


def test_a_form_from_before_a_sign_in_in_another_window_is_sent_once_more(new_page):
    user = make_user()
    page = new_page(width=390)
    page.goto(reverse("account_login"))
    come_back(page, user)
    page.goto(reverse("accounts:profile"))
    page.fill("#id_name", "Ein neuer Name")
    Session.objects.all().delete()
    other = page.context.new_page()
    other.goto(reverse("account_login"))
    come_back(other, user)

    page.locator("main form button[type=submit]").click()
    page.locator("main details summary").click()
    assert page.get_by_text("Ein neuer Name").is_visible()
    page.locator("main form button[type=submit]").click()
    page.wait_for_load_state("load")

    user.refresh_from_db()
    assert user.name == "Ein neuer Name"
