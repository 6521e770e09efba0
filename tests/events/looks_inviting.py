"""Pages of planning and inviting that are looked at in a browser."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page

from events.models import AnswerChannel, PoolKind
from events.services.inviting import answer_invitation
from events.services.places import GuestEntry, NeedsEntry
from events.services.planning import set_seats
from tests.browser import Look
from tests.factories import (
    make_agenda_item,
    make_event,
    make_invitation,
    make_organisation,
    make_recipient,
)


def event_with_seats(**given):
    now = timezone.now()
    event = make_event(
        summary="Worum es geht.",
        description="## Für wen\n\nFür alle, die sich engagieren.",
        seats_per_association=3,
        answer_by=(now + timedelta(days=8)).date(),
        **given,
    )
    for kind in PoolKind.values:
        set_seats(event_id=event.pk, kind=kind, seats=20, now=now)
    make_agenda_item(event=event)
    return event


def recipient():
    organisation = make_organisation(name="Bildungswerk mit einem recht langen Namen e. V.")
    return make_recipient(
        invitation=make_invitation(event=event_with_seats(), organisation=organisation)
    )


def link(name: str, to) -> str:
    return reverse(f"events:{name}", args=[to.token()])


def answered(name: str) -> str:
    to = recipient()
    answer_invitation(
        invitation_id=to.invitation_id,
        accepted=True,
        guests=[GuestEntry("Vorsitz"), GuestEntry("Kasse", "kasse@verein.example")],
        pool_kind=PoolKind.ON_SITE,
        needs=NeedsEntry(access="Induktionsschleife"),
        email=to.person.email,
        channel=AnswerChannel.LINK,
        answered_by_id=to.person_id,
        now=timezone.now(),
    )
    return link(name, to)


def over() -> str:
    to = recipient()
    type(to.invitation.event).objects.update(answer_by=timezone.localdate() - timedelta(days=2))
    return link("invitation", to)


def send_errors(page: Page) -> None:
    page.locator("input[name=number][value='1']").check()
    page.fill("input[name=name_1]", "Zweite Person")
    page.fill("textarea[name=access]", "Induktionsschleife")
    page.locator("form.form button[type=submit]").click()
    page.locator(".error-summary").wait_for()


def full_list() -> str:
    event_with_seats()
    return reverse("events:list")


LOOKS = [
    Look("events", full_list),
    Look("event", lambda: reverse("events:page", args=[event_with_seats().slug])),
    Look("invitation", lambda: link("invitation", recipient())),
    Look("invitation-accept", lambda: link("invitation_accept", recipient()), act=send_errors),
    Look("invitation-answered", lambda: answered("invitation")),
    Look("invitation-change", lambda: answered("invitation_accept")),
    Look("invitation-over", over),
    Look("invitation-unknown", lambda: reverse("events:invitation", args=["x.y"]), status=404),
]
