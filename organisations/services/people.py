"""What happens to people in roles: told, left alone, forgotten; and what was said with them."""

import re
from collections.abc import Collection
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from kme_portal.accounts.consents import withdraw_consent
from kme_portal.accounts.models import Channel
from kme_portal.base.history import erase_history
from organisations.models import ContactChannel, ContactNote, Organisation, Representative
from organisations.models.people import NOTE_KEEPING

ASKED_TO_BE_INVITED = "Anmeldung zu einer Veranstaltung"
"""Where the address of somebody comes from who agreed to invitations when registering."""


@transaction.atomic
def stop_invitations(*, representative_id: int) -> Representative:
    """This person wants no more letters; the entry stays, so that a new list changes nothing."""
    person = Representative.objects.select_for_update(of=("self",)).get(pk=representative_id)
    person.may_be_invited = False
    person.save(update_fields=["may_be_invited", "updated_at"])
    if person.email:
        withdraw_consent(email=person.email, purpose="invitations", how=Channel.LINK)
    return person


@transaction.atomic
def invite_from_now_on(*, email: str, name: str, language: str) -> Representative:
    """Somebody outside associations asked to be invited; twice is once."""
    person = Representative.objects.outside().filter(email__iexact=email, to_on=None).first()
    if person is None:
        return Representative.objects.create(
            email=email, name=name, language=language, source=ASKED_TO_BE_INVITED
        )
    person.may_be_invited = True
    person.save(update_fields=["may_be_invited", "updated_at"])
    return person


@transaction.atomic
def stop_inviting_outside(*, email: str) -> None:
    """Who had asked to be invited takes that back; entries of the office only fall silent."""
    people = Representative.objects.outside().filter(email__iexact=email)
    people.filter(source=ASKED_TO_BE_INVITED).delete()
    people.update(may_be_invited=False)


@transaction.atomic
def forget(*, representative_id: int) -> None:
    """Erase a person in a role (Article 17): the row goes, notes lose their name."""
    forget_all([representative_id], reason="Article 17")


@transaction.atomic
def forget_all(ids: Collection[int], *, reason: str) -> int:
    """Remove people in roles, and what history keeps of who held which role when."""
    count = Representative.objects.filter(pk__in=ids).count()
    Representative.objects.filter(pk__in=ids).delete()
    erase_history(Representative, ids, reason=reason)
    return count


@transaction.atomic
def redact_mentions(*, email: str, people: Collection[int]) -> int:
    """Blank these people out of their organisations' other notes and public numbers.

    Notes that are about somebody else too, or that came with an address list, keep the rest of
    their text. Returns the number of records changed.
    """
    changed = 0
    for person in Representative.objects.filter(pk__in=people, organisation__isnull=False):
        organisation = person.organisation
        if person.phone and organisation.phone == person.phone:
            organisation.phone = ""
            organisation.save(update_fields=["phone", "updated_at"])
            changed += 1
        words = [re.escape(word) for word in (person.name, email, person.phone) if word]
        pattern = re.compile("|".join(words), re.IGNORECASE)
        for note in organisation.notes.exclude(text=""):
            text = pattern.sub("[…]", note.text)
            if text != note.text:
                note.text = text
                note.save(update_fields=["text", "updated_at"])
                changed += 1
    return changed


@transaction.atomic
def note_contact(
    *,
    organisation: Organisation,
    text: str,
    written_by,
    now: datetime,
    channel: str = ContactChannel.TELEPHONE,
    person: Representative | None = None,
    happened_at: datetime | None = None,
    keep_until: date | None = None,
    follow_up_on: date | None = None,
) -> ContactNote:
    """Record that there was contact; without words it says that somebody called.

    With `follow_up_on` it becomes a task of that day (Wiedervorlage).
    """
    return ContactNote.objects.create(
        organisation=organisation,
        person=person,
        channel=channel,
        happened_at=happened_at or now,
        text=text,
        written_by=written_by,
        keep_until=keep_until or localdate(now) + timedelta(days=NOTE_KEEPING),
        follow_up_on=follow_up_on,
    )


def settle_follow_up(*, note_id: int, now: datetime) -> bool:
    """What the note reminded of is done; False when it was done already."""
    open_notes = ContactNote.objects.filter(pk=note_id, followed_up_at=None)
    return bool(open_notes.exclude(follow_up_on=None).update(followed_up_at=now, updated_at=now))
