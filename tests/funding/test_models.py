from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from funding.models import Call, Project, ProjectPartner, ProjectStatus, StatusEntry
from funding.models.calls import CallPhase
from funding.services import record_status
from tests.factories.funding import make_call, make_pillar, make_project
from tests.factories.organisations import make_organisation

pytestmark = pytest.mark.django_db


def test_a_call_cannot_close_before_it_opens():
    with pytest.raises(IntegrityError, match="call_closes_after_it_opens"):
        make_call(opens_on=date(2026, 2, 1), closes_on=date(2026, 1, 1))


@pytest.mark.parametrize(
    ("day", "phase"),
    [
        (date(2026, 8, 31), CallPhase.ANNOUNCED),
        (date(2026, 9, 1), CallPhase.OPEN),
        (date(2026, 10, 1), CallPhase.OPEN),
        (date(2026, 10, 2), CallPhase.CLOSED),
    ],
)
def test_a_call_is_open_from_its_first_to_the_end_of_its_last_day(day, phase):
    call = make_call(opens_on=date(2026, 9, 1), closes_on=date(2026, 10, 1))

    assert call.phase_on(day) == phase
    assert (call in Call.objects.open(day)) == (phase == CallPhase.OPEN)


@pytest.mark.parametrize(
    "share", [{"rate": Decimal("120")}, {"rate": Decimal(0)}, {"least_own_share": Decimal(-1)}]
)
def test_a_share_lies_between_nothing_and_all(share):
    with pytest.raises(IntegrityError, match="pillar_shares_are_percent"):
        make_pillar(**share)


def test_the_least_amount_of_a_kind_of_funding_lies_below_its_cap():
    with pytest.raises(IntegrityError, match="pillar_floor_below_cap"):
        make_pillar(floor=Decimal(2), cap=Decimal(1))


def test_what_the_authority_decided_can_neither_be_changed_nor_deleted():
    entry = make_project().status_entries.get()

    for act in (
        lambda: StatusEntry.objects.filter(pk=entry.pk).update(amount=1),
        lambda: StatusEntry.objects.filter(pk=entry.pk).delete(),
    ):
        with pytest.raises(ProgrammingError, match="Cannot update or delete"), transaction.atomic():
            act()


def test_the_latest_day_decides_the_status_not_the_order_of_entering():
    project = make_project(status=None)
    record_status(
        project=project, status=ProjectStatus.RUNNING, valid_on=date(2026, 3, 1), source="Bescheid"
    )
    record_status(
        project=project, status=ProjectStatus.GRANTED, valid_on=date(2026, 1, 1), source="Bescheid"
    )

    assert Project.objects.with_status().get().current_status == ProjectStatus.RUNNING


@pytest.mark.parametrize(
    "status",
    [
        ProjectStatus.INTEREST,
        ProjectStatus.APPLIED,
        ProjectStatus.REFUSED,
        ProjectStatus.WITHDRAWN,
        ProjectStatus.REVOKED,
    ],
)
def test_a_project_that_got_no_money_is_not_public(status):
    make_project(status=status)

    assert list(Project.objects.public()) == []


def test_an_association_is_partner_of_a_project_once():
    project, organisation = make_project(), make_organisation()
    ProjectPartner.objects.create(project=project, organisation=organisation)

    with pytest.raises(IntegrityError, match="project_partner_once"):
        ProjectPartner.objects.create(project=project, organisation=organisation)
