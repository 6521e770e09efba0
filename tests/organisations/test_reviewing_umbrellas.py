"""The umbrella that a registration names is entered with the approval, or not at all."""

import pytest
from django.utils import timezone

from organisations.models import (
    Organisation,
    Outcome,
    RegistrationStatus,
)
from organisations.models.organisations import OrganisationLevel
from organisations.services import affiliations, reviewing
from tests.doors import sign_in
from tests.factories import (
    make_organisation,
    make_registration,
)
from tests.organisations.reviewing_steps import (
    review_of,
)

pytestmark = pytest.mark.django_db


def make_umbrella(**given) -> Organisation:
    return make_organisation(level=OrganisationLevel.STATE, **given)


def test_the_umbrella_that_was_typed_is_offered_and_entered_with_the_approval(client, coordinator):
    umbrella = make_umbrella(name="Bund Alevitischer Gemeinden e.V.", short_name="BAG")
    row = make_registration(umbrella="BAG")
    office = sign_in(client, coordinator)

    page = office.get(review_of(row)).content.decode()
    assert f'<option value="{umbrella.pk}" selected>' in page
    office.post(review_of(row), {"do": "approve", "umbrella": umbrella.pk, "kind": "member"})

    [link] = row.organisation.affiliations.all()
    assert link.umbrella == umbrella
    assert link.confirmed_by_member_on
    assert not link.confirmed_by_umbrella_on


def test_an_approval_enters_no_umbrella_that_was_not_chosen(client, coordinator):
    umbrella = make_umbrella(name="Bund Alevitischer Gemeinden e.V.")
    row = make_registration(umbrella="Dachverband, den niemand kennt")
    office = sign_in(client, coordinator)

    assert f'<option value="{umbrella.pk}">' in office.get(review_of(row)).content.decode()
    office.post(review_of(row), {"do": "approve", "umbrella": ""})

    row.refresh_from_db()
    assert row.outcome == Outcome.APPROVED
    assert not row.organisation.affiliations.exists()


def test_who_typed_no_umbrella_is_asked_for_none(client, coordinator):
    make_umbrella()
    row = make_registration()

    assert (
        'name="umbrella"' not in sign_in(client, coordinator).get(review_of(row)).content.decode()
    )


def test_an_umbrella_is_entered_after_the_approval_once(client, coordinator):
    umbrella = make_umbrella()
    row = make_registration(umbrella="Bund")
    reviewing.approve(registration_id=row.pk, relation="", by=coordinator, now=timezone.now())
    office = sign_in(client, coordinator)

    assert 'value="affiliate"' in office.get(review_of(row)).content.decode()
    office.post(review_of(row), {"do": "affiliate", "umbrella": umbrella.pk, "kind": "member"})

    assert row.organisation.affiliations.count() == 1
    assert 'value="affiliate"' not in office.get(review_of(row)).content.decode()


def test_an_approval_with_an_impossible_umbrella_approves_nothing(coordinator):
    umbrella = make_umbrella()
    row = make_registration(umbrella="Bund")
    affiliations.ask(member=umbrella, umbrella=row.organisation, kind="member", now=timezone.now())

    with pytest.raises(affiliations.CannotAffiliate):
        reviewing.approve(
            registration_id=row.pk,
            relation="",
            by=coordinator,
            now=timezone.now(),
            umbrella=umbrella,
        )

    row.refresh_from_db()
    assert row.status == RegistrationStatus.RECEIVED
