"""Pages of the public registration, in the states a guest meets them."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from events.models import PoolKind
from events.services.places import NeedsEntry, cancel_party, note_consents
from tests.browser import Look
from tests.events.looks_office import event_with_sessions
from tests.factories.events import make_event
from tests.factories.places import make_party, make_pool, make_unconfirmed


def _event():
    return make_event(
        title="Fachtag Gemeinsam in Vielfalt", starts_at=timezone.now() + timedelta(days=9)
    )


def _form() -> str:
    pool = make_pool(event=_event())
    make_pool(event=pool.event, kind=PoolKind.ONLINE, seats=50)
    return reverse("events:register", args=[pool.event.slug])


def _sessions() -> str:
    return reverse("events:register", args=[event_with_sessions().slug])


def _consented():
    party = _seated()
    note_consents(party, ["photo_list", "needs"], timezone.now())
    return party


def _full() -> str:
    pool = make_pool(event=_event(), seats=1)
    make_party(pool=pool)
    return reverse("events:register", args=[pool.event.slug])


def _closed() -> str:
    event = make_event(registration_closes_at=timezone.now() - timedelta(hours=1))
    return reverse("events:register", args=[make_pool(event=event).event.slug])


def _send_empty(page) -> None:
    page.locator("form.form button[type=submit]").click()


def _send(page) -> None:
    page.fill("#id_name", "Ayşe Beispiel")
    page.fill("#id_email", "ayse@verein.example")
    page.check("input[name=kind][value=on_site]")
    page.check("#id_consent_participation")
    page.locator("form.form button[type=submit]").click()


def _of(make, name: str = "registration"):
    return lambda: reverse(f"events:{name}", args=[make().token()])


def _seated():
    return make_party(
        pool=make_pool(event=_event()),
        guests=["Ayşe Beispiel", "Berta Muster"],
        needs=NeedsEntry(access="Platz für einen Rollstuhl", food="keine Nüsse"),
    )


def _waiting():
    pool = make_pool(event=_event(), seats=1)
    make_party(pool=pool)
    return make_party(pool=pool)


def _offered():
    event = make_event(starts_at=timezone.now() + timedelta(hours=40))
    pool = make_pool(event=event, seats=1)
    first, second = make_party(pool=pool), make_party(pool=pool)
    cancel_party(party_id=first.pk, now=timezone.now())
    return second


def _cancelled():
    return cancel_party(party_id=_seated().pk, now=timezone.now())


LOOKS = [
    Look("register", _form),
    Look("register-errors", _form, act=_send_empty),
    Look("register-sessions", _sessions),
    Look("registration-consents", _of(_consented)),
    Look("register-sent", _form, act=_send),
    Look("register-full", _full),
    Look("register-closed", _closed),
    Look("registration-confirm", _of(lambda: make_unconfirmed(), "registration_confirm")),
    Look("registration-seated", _of(_seated)),
    Look("registration-waiting", _of(_waiting)),
    Look("registration-offered", _of(_offered)),
    Look("registration-cancelled", _of(_cancelled)),
    Look("registration-change", _of(_seated, "registration_change")),
    Look("registration-cancel", _of(_seated, "registration_cancel")),
]
