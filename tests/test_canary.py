"""A person goes through everything, is erased, and is found nowhere any more."""

import logging
import re
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from dialogues.models import ForumSeat
from events.models import EventStatus
from kme_portal.accounts import services
from kme_portal.accounts.consents import give_consent
from kme_portal.accounts.models import User
from kme_portal.accounts.mydata.collecting import sections_about
from kme_portal.base.registries import personal_data
from kme_portal.base.tasks import erase_what_is_past_its_time
from kme_portal.mailings.models import Message, MessageStatus, SuppressionReason
from kme_portal.mailings.services import suppress
from organisations.imports.applying import apply_import
from organisations.models import Organisation, Representative
from organisations.services import imports
from organisations.services.people import note_contact
from tests import canary
from tests.canary import EMAIL, NAME, PHONE, Walker
from tests.factories import (
    make_circular_recipient,
    make_event,
    make_invitation,
    make_organisation,
    make_pool,
    make_recipient,
    make_staff,
)
from tests.factories.dialogues import make_forum
from tests.factories.joining import make_claim, make_draft
from tests.factories.my_association import make_role_invitation
from tests.mail import deliver_all

pytestmark = pytest.mark.django_db(transaction=True)

# They hold nothing by address: pictures, and numbers of the office's accounts.
WITHOUT_ADDRESS = {"base.files", "pages.credits", "funding.records", "accounts.traces"}


@pytest.fixture(autouse=True)
def folder(settings, tmp_path) -> Path:
    storages = {**settings.STORAGES}
    storages["default"] = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(tmp_path)},
    }
    settings.STORAGES = storages
    return tmp_path


def latest_link(path: str) -> str:
    """Of the newest mail that has one to this page."""
    pattern = re.compile(rf"http://localhost:8000(\S*/{path}/[^\s)>]+)")
    found = [link for message in mail.outbox for link in pattern.findall(message.body)]
    return found[-1]


def registers_for_an_event(browser: Walker) -> None:
    pool = make_pool()
    browser.post(
        reverse("events:register", args=[pool.event.slug]),
        {"name": NAME, "email": EMAIL, "consent_participation": "on"},
    )
    deliver_all()
    browser.post(latest_link("anmeldung"))


def comes_with_an_address_list(staff: User) -> Representative:
    text = (
        "Verein;PLZ;Ort;Kontakt;E-Mail;Tel.;Notiz\n"
        f"Kulturverein Musterstadt e.V.;44623;Herne;{NAME};{EMAIL};{PHONE};{NAME} ruft zurück\n"
    )
    file = SimpleUploadedFile("liste.csv", text.encode())
    entry = imports.receive(file=file, filename="liste.csv", user=staff)
    apply_import(import_id=entry.pk, choices={}, user=staff, now=timezone.now())
    Representative.objects.filter(email=EMAIL).update(name=NAME, phone=PHONE, needs_notice=False)
    return Representative.objects.get(email=EMAIL)


def is_written_to_and_answers(browser: Walker, person: Representative) -> None:
    event = make_event(seats_per_association=2)
    invitation = make_invitation(event=event, organisation=person.organisation)
    recipient = make_recipient(invitation=invitation, person=person)
    make_circular_recipient(person=person)
    browser.get(reverse("events:invitation", args=[recipient.token()]))
    browser.post(
        reverse("events:invitation_accept", args=[recipient.token()]),
        {"seen": invitation.version, "number": 1, "name_0": NAME},
    )


def is_known_to_the_office(person: Representative, staff: User) -> None:
    note_contact(
        organisation=person.organisation,
        person=person,
        text=f"{NAME} bittet um Rückruf unter {PHONE}",
        written_by=staff,
        now=timezone.now(),
    )
    person.may_be_invited = False
    person.save()
    person.may_be_invited = True
    person.save()
    ForumSeat.objects.create(forum=make_forum(), organisation=person.organisation, delegate=person)
    make_event(
        status=EventStatus.CLOSED,
        starts_at=timezone.now() - timedelta(days=9),
        ends_at=timezone.now() - timedelta(days=9),
        access_contact=NAME,
        access_phone=PHONE,
        access_email=EMAIL,
    )


def signs_in_and_fails_to(browser: Walker) -> User:
    user = services.invite_user(email=EMAIL, name=NAME)
    deliver_all()
    password = "ein ganz langer Satz"
    link = latest_link("konto/einladung")
    browser.post(link, {"password1": password, "password2": password})
    browser.post(reverse("account_logout"))
    browser.post(reverse("account_login"), {"login": EMAIL, "password": "falsch"})
    browser.post(reverse("account_reset_password"), {"email": EMAIL})
    browser.post(reverse("account_login"), {"login": EMAIL, "password": password})
    browser.get(reverse("accounts:overview"))
    return user


def writes_to_the_office(browser: Walker) -> None:
    browser.post(
        "/kontakt/", {"topic": "entry", "message": f"Hier {NAME}", "name": NAME, "email": EMAIL}
    )
    browser.post("/kontakt/", {"topic": "", "message": "", "name": NAME, "email": EMAIL})


def asks_about_the_data(browser: Walker) -> str:
    browser.post(reverse("my_data:ask"), {"email": EMAIL})
    deliver_all()
    page = latest_link("meine-daten")
    browser.post(f"{page}anliegen/", {"kind": "objection", "text": f"Ich heiße {NAME}."})
    return page


def walk(browser: Walker) -> str:
    """Everything that a person can leave behind; returns the address of "My data"."""
    staff = make_staff(email="koordination@portal.example")
    person = comes_with_an_address_list(staff)
    is_known_to_the_office(person, staff)
    registers_for_an_event(browser)
    is_written_to_and_answers(browser, person)
    user = signs_in_and_fails_to(browser)
    Representative.objects.filter(pk=person.pk).update(user=user)
    make_draft(email=EMAIL, contact_name=NAME)
    make_claim(organisation=make_organisation(is_listed=True), email=EMAIL, name=NAME, words=NAME)
    make_role_invitation(email=EMAIL)
    writes_to_the_office(browser)
    give_consent(email=EMAIL, purpose="invitations", language="de")
    page = asks_about_the_data(browser)
    suppress(
        address_digest=Message.objects.filter(email=EMAIL).first().address_digest,
        reason=SuppressionReason.RETURNED,
    )
    bounced = Message.objects.filter(email=EMAIL).first()
    Message.objects.filter(pk=bounced.pk).update(
        status=MessageStatus.RETURNED, last_error=f"550 <{EMAIL}> unknown user"
    )
    return page


def test_an_erased_person_is_found_nowhere(folder):
    browser = Walker()
    with canary.written_logs() as logs:
        page = walk(browser)

        before = canary.found_in_database()
        held = {name for name, entry in personal_data.items() if entry.export(EMAIL)}
        browser.post(f"{page}loeschen/", {"sure": "on"})
        deliver_all()
        with time_machine.travel(timezone.now() + timedelta(hours=25)):
            erase_what_is_past_its_time()

        # The walk went everywhere: a new kind of personal data needs a step in it.
        assert set(dict(personal_data.items())) - held == WITHOUT_ADDRESS
        assert len(before) >= 15, sorted(before)

        assert canary.found_in_database() == {}
        assert canary.found_in_files(folder) == []
        assert canary.found_in_broker() == []
        assert canary.words_in(logs.text) == []
    assert "person erased" in logs.text


def test_everything_is_told_in_words_and_none_by_its_key(folder):
    walk(Walker())

    def keys_of(value):
        if isinstance(value, dict):
            yield from value
            value = list(value.values())
        if isinstance(value, list | tuple):
            for one in value:
                yield from keys_of(one)

    sections = sections_about(EMAIL)
    assert len(sections) > 8
    assert {
        f"{section.name}: {key}"
        for section in sections
        for key in keys_of(section.rows)
        if section.label(key) == key
    } == set()


def test_what_is_left_over_is_noticed(folder):
    """The negative control: each place in which the test looks would tell."""
    organisation = make_organisation()
    assert canary.found_in_database() == {}

    Organisation.objects.filter(pk=organisation.pk).update(description=f"Fragen Sie {NAME}")
    browser = Walker()
    session = browser.session
    session["typed"] = NAME
    session.save()
    (folder / "rest.csv").write_text(f"x;{PHONE}")
    with canary.written_logs() as logs:
        logging.getLogger("portal.security").warning("someone", extra={"name_typed": NAME})

    found = canary.found_in_database()
    assert set(found) == {
        "organisations_organisation",
        "organisations_organisationhistory",
        "django_session",
    }
    assert canary.found_in_files(folder) == ["rest.csv"]
    assert canary.words_in(logs.text) == ["zwitscher", "kanarina"]


def test_addresses_logs_and_tasks_name_nobody_and_no_key(folder):
    """While the person is still there: nothing that is written down by the way says who."""
    browser = Walker()
    with canary.written_logs() as logs:
        page = walk(browser)
        for address in (page, f"{page}daten.json", f"{page}unbekannt/", "/gibt-es-nicht/"):
            browser.get(address)

    tokens = set(re.findall(r"/([\w~-]{16,}\.[\w-]{16,})/", " ".join(browser.opened)))
    assert len(tokens) >= 3
    assert [address for address in browser.opened if canary.words_in(address)] == []
    assert canary.words_in(logs.text) == []
    assert [token for token in tokens if token in logs.text] == []
    assert canary.found_in_broker() == []
    # Subjects stand on locked screens; the links of a mail name nobody either.
    for message in mail.outbox:
        assert canary.words_in(message.subject) == []
        assert not any(canary.words_in(link) for link in re.findall(r"http\S+", message.body))
