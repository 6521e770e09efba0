"""What is kept of a registration, for how long, and what a person may take back."""

from datetime import timedelta

import pytest
from django.utils import timezone

from kme_portal.accounts.models import Consent
from kme_portal.accounts.registries import withdrawal_effects
from organisations.models import (
    EntryClaim,
    Organisation,
    OrganisationStatus,
    Registration,
    Representative,
)
from organisations.services import registering, reviewing
from organisations.services.joining_data import erase_person, erase_registrations, export_person
from tests.factories import (
    make_claim,
    make_draft,
    make_registration,
)
from tests.organisations.reviewing_steps import (
    refused,
)

pytestmark = pytest.mark.django_db


def test_what_is_past_its_keeping_time_goes(coordinator):
    now = timezone.now()
    unconfirmed, proven = make_draft(), make_draft()
    registering.confirm_address(registration_id=proven.pk, now=now)
    rejected = refused(coordinator)
    taken = make_registration()
    reviewing.approve(registration_id=taken.pk, relation="", by=coordinator, now=now)

    def left_after(days: float) -> set[int]:
        erase_registrations(now + timedelta(days=days))
        return set(Registration.objects.values_list("pk", flat=True))

    assert left_after(1.9) == {unconfirmed.pk, proven.pk, rejected.pk, taken.pk}
    assert left_after(2.1) == {proven.pk, rejected.pk, taken.pk}
    assert left_after(30.1) == {rejected.pk, taken.pk}
    assert left_after(366) == set()
    assert list(Organisation.objects.all()) == [taken.organisation]


def test_a_person_takes_everything_out_and_leaves_nothing(coordinator):
    row = make_registration(email="person@neu.example", contact_name="Kanarienvogel")
    reviewing.ask_back(registration_id=row.pk, text="Wo?", by=coordinator, now=timezone.now())
    reviewing.answer(registration_id=row.pk, text="Beim Kanarienvogel.", now=timezone.now())
    make_claim(email="person@neu.example", name="Kanarienvogel")

    told = str(export_person("Person@neu.example"))
    assert "Beim Kanarienvogel." in told
    assert "claim_to" in told

    assert erase_person("person@neu.example", timezone.now()) == 2
    assert not Registration.objects.exists()
    assert not EntryClaim.objects.exists()
    assert not Representative.objects.filter(name="Kanarienvogel").exists()


def test_of_an_approved_one_only_the_person_goes(coordinator):
    row = make_registration(email="person@neu.example")
    reviewing.approve(registration_id=row.pk, relation="", by=coordinator, now=timezone.now())

    erase_person("person@neu.example", timezone.now())

    assert Organisation.objects.filter(pk=row.organisation_id).exists()
    assert not Registration.objects.exists()


def test_who_takes_the_consent_back_is_no_contact_any_more(coordinator):
    row = make_registration(email="person@neu.example", is_listed=True)
    reviewing.approve(registration_id=row.pk, relation="", by=coordinator, now=timezone.now())
    given = Consent.objects.in_bulk(field_name="pk").values()

    for consent in given:
        withdrawal_effects[consent.purpose](consent, timezone.now())

    organisation = Organisation.objects.get()
    assert {consent.purpose for consent in given} == {"registration", "listing"}
    assert (organisation.status, organisation.is_listed) == (OrganisationStatus.ACTIVE, False)
    assert not Representative.objects.exists()
    assert not Registration.objects.exists()


def test_a_consent_taken_back_before_the_review_ends_the_registration():
    make_registration(email="person@neu.example")
    consent = Consent.objects.get()

    withdrawal_effects["registration"](consent, timezone.now())

    assert not Organisation.objects.exists()
