from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone

from funding.models import ProjectPartner, ProjectStatus
from kme_portal.accounts.models import User
from kme_portal.base.registries import panels_for, waiting_tasks
from tests.factories.events import make_event
from tests.factories.funding import make_call, make_project
from tests.factories.organisations import make_organisation
from tests.searching import found_by_search

pytestmark = pytest.mark.django_db


def test_a_refused_project_is_found_by_nobody():
    make_project(title="Brücken", status=ProjectStatus.REFUSED)
    found = make_project(title="Brücken bauen")

    assert list(found_by_search("projects", "brucken", None)) == [found]


def test_a_call_that_is_not_published_is_found_by_nobody():
    make_call(title="Entwurf", is_published=False)

    assert list(found_by_search("calls", "Entwurf", None)) == []


def test_the_page_of_an_event_names_no_refused_project():
    event = make_event()
    make_project(status=ProjectStatus.REFUSED).events.add(event)

    assert panels_for("event.page", event, None) == []


def test_the_page_of_a_partner_names_the_project_once():
    organisation = make_organisation()
    project = make_project(carrier=organisation, presented_by=organisation)
    ProjectPartner.objects.create(project=project, organisation=organisation)

    ((_template, context),) = panels_for("organisation.profile", organisation, None)

    assert context["projects"] == [project]


def test_a_project_that_ended_long_ago_without_proof_waits_for_the_office():
    user = User.objects.create_user("buero@portal.example")
    user.user_permissions.set(Permission.objects.filter(codename="change_project"))
    today = timezone.localdate()
    late = make_project(from_on=date(2020, 1, 1), to_on=today - timedelta(days=200))
    make_project(from_on=date(2020, 1, 1), to_on=today - timedelta(days=20))
    make_project(
        from_on=date(2020, 1, 1),
        to_on=today - timedelta(days=200),
        status=ProjectStatus.COMPLETED,
    )

    assert list(waiting_tasks["funding.projects_without_proof"].rows(user)) == [late]
