"""What the tests of the review do again and again."""

from django.urls import reverse
from django.utils import timezone

from kme_portal.base.registries import waiting_tasks
from kme_portal.mailings.models import Message
from organisations.models import (
    Registration,
)
from organisations.services import registering, reviewing
from tests.factories import (
    make_registration,
    make_term,
)

QUEUE = "/verwaltung/organisations/organisation/aufnahme/"


def reason():
    return make_term("refusal_reason", slug="ausserhalb")


def refused(coordinator, **given) -> Registration:
    row = make_registration(**given)
    return reviewing.refuse(
        registration_id=row.pk, reason=reason(), words="", by=coordinator, now=timezone.now()
    )


def page_of(row: Registration) -> str:
    return reverse("organisations:registration", args=[registering.mail_token(row)])


def review_of(row: Registration) -> str:
    return reverse("admin:organisations_organisation_review", args=[row.pk])


def kinds() -> list[str]:
    return [kind.split(".")[1] for kind in Message.objects.values_list("kind", flat=True)]


def task_rows(name: str, user) -> list:
    return list(waiting_tasks[f"organisations.{name}"].rows(user))
