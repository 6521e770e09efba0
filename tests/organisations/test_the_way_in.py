"""An association comes by itself: on a phone, in Arabic, without script, through a real mail
server, until its public profile shows what it chose and nothing else.
"""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page

from kme_portal.accounts.models import User
from organisations.models import Organisation, Postcode, Registration
from tests.browser import check_page, watch
from tests.factories import make_district, make_staff, make_term
from tests.mail import MailServer, deliver_all

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]

MAILBOX = "frauen@neu.example"


def test_from_the_first_page_to_the_public_profile(new_page, mail_server: MailServer):
    Postcode.objects.get_or_create(code="42651", district=make_district("05122"))
    make_term("field", slug="bildung")
    coordinator = make_staff("Koordination")
    phone = new_page(width=390, javascript=False)
    desk = new_page(width=1280, user=coordinator)
    seen = [watch(phone), watch(desk)]

    register(phone)
    confirm(phone, mail_server)
    ask_back(desk)
    answer(phone, mail_server)
    approve(desk)
    set_up_an_account(phone, mail_server)
    shows_only_what_was_chosen(new_page)

    assert all((one.refused, one.foreign, one.failed) == ([], [], []) for one in seen)


def press(page: Page, button: str) -> None:
    with page.expect_navigation():
        page.locator(button).first.click()


def newest_link(mail_server: MailServer, kind: str) -> str:
    deliver_all(timezone.now() + timedelta(seconds=2))
    mail = [mail for mail in mail_server.mails if mail["To"] == MAILBOX][-1]
    text = mail.get_body(("plain",)).get_content()
    return re.search(rf"https?://[^/\s]+(\S*/{kind}/[^\s>)]+)", text)[1]


def register(page: Page) -> None:
    """Three pages; each Arabic, from right to left, and nothing scrolls sideways."""
    page.goto("/ar/")
    page.goto(page.locator("a[href='/ar/vereine/registrieren/']").first.get_attribute("href"))
    assert page.locator("html").get_attribute("dir") == "rtl"
    page.fill("[name=association]", "جمعية النساء في زولينغن")
    page.fill("[name=postcode]", "42651")
    page.fill("[name=email]", MAILBOX)
    press(page, "main form button[type=submit]")
    page.check("[name=fields_of_work][value=bildung]")
    page.fill("textarea[name=description]", "نتعلم معاً.")
    page.locator("main details summary").first.click()
    page.fill("[name=phone]", "0212 4711")
    page.fill("[name=street]", "Geheimweg 7")
    page.fill("[name=city]", "Solingen")
    press(page, "main form button[type=submit]:not([name])")
    page.check("[name=is_listed][value=yes]")
    page.check("[name=phone_visibility][value=public]")
    press(page, "[name=preview]")
    preview = page.locator("#vorschau").inner_text()
    assert "0212 4711" in preview
    assert MAILBOX not in preview
    assert "Geheimweg" not in preview
    page.check("[name=consent_registration]")
    page.check("[name=consent_listing]")
    press(page, "main form button[type=submit]:not([name])")
    assert "/ar/vereine/registrieren/gesendet/" in page.url
    assert not Organisation.objects.exists()


def confirm(page: Page, mail_server: MailServer) -> None:
    path = newest_link(mail_server, "registrieren")
    assert path.startswith("/ar/")
    page.goto(path)
    assert not Organisation.objects.exists()
    press(page, "button[value=confirm]")
    assert Organisation.objects.get().status == "in_review"


def ask_back(page: Page) -> None:
    page.goto(reverse("admin:organisations_organisation_reviews"))
    press(page, "tbody a")
    check_page(page)
    page.fill("textarea[name=text]", "An welchen Tagen treffen Sie sich?")
    press(page, "button[value=ask]")


def answer(page: Page, mail_server: MailServer) -> None:
    page.goto(newest_link(mail_server, "registrieren"))
    assert "An welchen Tagen" in page.locator(".thread").inner_text()
    page.fill("textarea[name=text]", "كل يوم سبت.")
    press(page, "button[value=answer]")


def approve(page: Page) -> None:
    page.goto(
        reverse("admin:organisations_organisation_review", args=[Registration.objects.get().pk])
    )
    assert "كل يوم سبت." in page.locator(".review-thread").inner_text()
    press(page, "button[value=approve]")
    assert Organisation.objects.get().status == "active"


def set_up_an_account(page: Page, mail_server: MailServer) -> None:
    page.goto(newest_link(mail_server, "registrieren"))
    press(page, "button[value=account]")
    page.fill("[name=password1]", "ein langer neuer Satz")
    page.fill("[name=password2]", "ein langer neuer Satz")
    press(page, "main form button[type=submit]")
    user = User.objects.get(email=MAILBOX)
    assert list(Organisation.objects.editable_by(user)) == [Organisation.objects.get()]


def shows_only_what_was_chosen(new_page) -> None:
    page = new_page(width=390, javascript=False)
    page.goto("/vereine/")
    page.locator(".card a").first.click()
    text = page.content()
    assert "جمعية النساء" in text
    assert "0212 4711" in text
    assert MAILBOX not in text
    assert "Geheimweg" not in text
