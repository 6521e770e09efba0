"""The public registers (öffentliche Anmeldung): an address is typed, a mail asks to confirm."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from events.models import Event, Guest, Needs, Party, PartyStatus, Pool
from events.services.places.consents import note_consents
from events.services.places.entries import GuestEntry, NeedsEntry, email_key, tidy_email
from events.services.places.parties import choose_pool, insert, refuse_when_over, write_needs
from events.services.places.sessions import wish_sessions
from kme_portal.mailings.services import enqueue

ONE_MAIL_SECONDS = 600
"""A form sent twice brings one mail in this time, whatever was clicked."""


@transaction.atomic
def request_registration(
    *,
    event: Event,
    pools: Sequence[Pool],
    email: str,
    language: str,
    guests: Sequence[GuestEntry],
    pool_kind: str,
    needs: NeedsEntry,
    sessions: Sequence[int] = (),
    agreed: Sequence[str] = (),
    now: datetime,
) -> None:
    """Note a registration and ask by mail whether it is meant; nothing tells who is known.

    Typed again before it was confirmed, the newest words count; the page that confirms shows
    them. Who is registered already gets a mail with the link to the registration. `pools` are
    those of the whole event, `sessions` ids of pools of parallel ones, `agreed`
    purposes of consent that were ticked besides the registration itself. Raises
    RegistrationClosed, PlacesRefused.
    """
    refuse_when_over(event, now)
    agreed = ["participation", *(["needs"] if needs else []), *agreed]
    email = tidy_email(email)
    party, is_new = insert(
        Party(
            event=event,
            pool=choose_pool(pools, pool_kind),
            email=email,
            email_key=email_key(email),
            language=language,
        )
    )
    if is_new:
        _write(party, guests, needs)
        if sessions:
            wish_sessions(party, sessions)
        note_consents(party, agreed, now)
    elif party.status == PartyStatus.UNCONFIRMED and _write_again(
        party, guests, needs, choose_pool(pools, pool_kind), sessions
    ):
        note_consents(party, agreed, now)
    is_known = party.status == PartyStatus.CONFIRMED
    enqueue(
        "events.registration_existing" if is_known else "events.registration_confirm",
        about=party,
        to=party.email,
        language=language,
        version=int(now.timestamp()) // ONE_MAIL_SECONDS,
    )


def _write(party: Party, guests: Sequence[GuestEntry], needs: NeedsEntry) -> None:
    Guest.objects.bulk_create(
        Guest(party=party, name=guest.name, email=tidy_email(guest.email), order=order)
        for order, guest in enumerate(guests)
    )
    if needs:
        write_needs(party, needs)


def _write_again(
    party: Party,
    guests: Sequence[GuestEntry],
    needs: NeedsEntry,
    pool: Pool | None,
    sessions: Sequence[int],
) -> bool:
    locked = Party.objects.select_for_update(no_key=True).get(pk=party.pk)
    if locked.status != PartyStatus.UNCONFIRMED:
        return False
    Guest.objects.filter(party=party).delete()
    Needs.objects.filter(party=party).delete()
    locked.pool = pool
    locked.save(update_fields=["pool", "updated_at"])
    _write(party, guests, needs)
    wish_sessions(party, sessions)
    return True
