"""What happens to people in roles: told, left alone, forgotten; and what was said with them."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from kme_portal.base.history import erase_history
from organisations.models import ContactChannel, ContactNote, Organisation, Representative
from organisations.models.people import NOTE_KEEPING


@transaction.atomic
def stop_invitations(*, representative_id: int) -> Representative:
    """This person wants no more letters; the entry stays, so that a new list changes nothing."""
    person = Representative.objects.select_for_update(of=("self",)).get(pk=representative_id)
    person.may_be_invited = False
    person.save(update_fields=["may_be_invited", "updated_at"])
    return person


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
def note_contact(
    *,
    organisation: Organisation,
    text: str,
    written_by,
    now: datetime,
    channel: str = ContactChannel.TELEPHONE,
    person: Representative | None = None,
) -> ContactNote:
    """Record that there was contact; without words it says that somebody called."""
    return ContactNote.objects.create(
        organisation=organisation,
        person=person,
        channel=channel,
        happened_at=now,
        text=text,
        written_by=written_by,
        keep_until=localdate(now) + timedelta(days=NOTE_KEEPING),
    )
