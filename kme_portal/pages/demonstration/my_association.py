"""What waits on the desk of the association that one of the demonstration's sign-ins acts for."""

from datetime import datetime, timedelta

from django.utils import timezone

from kme_portal.accounts.models import User
from organisations.models import Organisation, ProfileChange, SensitiveField

# The yearly question comes a little before the letter does.
CONFIRMED_BEFORE = timedelta(days=350)


def load_desk(organisation: Organisation, member: User, now: datetime) -> None:
    """A change in review, and an entry that wants to be confirmed; nobody else may edit."""
    organisation.last_confirmed_on = timezone.localdate(now) - CONFIRMED_BEFORE
    organisation.save(update_fields=["last_confirmed_on", "updated_at"])
    ProfileChange.objects.create(
        organisation=organisation,
        field=SensitiveField.NAME,
        old_value=organisation.name,
        new_value=organisation.name.replace("Bektasi", "Bektaşi"),
        asked_by=member,
    )
