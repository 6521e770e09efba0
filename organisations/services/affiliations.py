"""Membership in umbrellas: said by one side, confirmed by the other, ended by either."""

from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from organisations.models import Affiliation, Organisation
from organisations.services.profile import editors_of, tell


class CannotAffiliate(Exception):
    """An affiliation that cannot be; `message` says why."""

    def __init__(self, message) -> None:
        self.message = message
        super().__init__(str(message))


@transaction.atomic
def ask(*, member: Organisation, umbrella: Organisation, kind: str, now: datetime) -> Affiliation:
    """The member says that it belongs to an umbrella; public once that side confirms.

    Raises CannotAffiliate for one that exists or would make a circle.
    """
    row = Affiliation(
        member=member, umbrella=umbrella, kind=kind, confirmed_by_member_on=localdate(now)
    )
    try:
        row.full_clean()
        with transaction.atomic():
            row.save()
    except ValidationError as error:
        raise CannotAffiliate(error.messages[0]) from error
    except IntegrityError as error:
        raise CannotAffiliate(_("This affiliation exists already.")) from error
    for person in editors_of(umbrella, now):
        tell(person, "organisations.affiliation_asked", about=row)
    return row


@transaction.atomic
def confirm(*, affiliation_id: int, organisation_id: int, now: datetime) -> Affiliation:
    """This side says yes; twice is once."""
    row = _locked(affiliation_id)
    column = f"confirmed_by_{_side(row, organisation_id)}_on"
    if getattr(row, column) is None:
        setattr(row, column, localdate(now))
        row.save(update_fields=[column, "updated_at"])
    return row


@transaction.atomic
def end(*, affiliation_id: int, organisation_id: int, now: datetime) -> None:
    """Either side ends it at once; what was never confirmed by both goes without a trace."""
    row = _locked(affiliation_id)
    _side(row, organisation_id)
    if row.confirmed_by_member_on is None or row.confirmed_by_umbrella_on is None:
        row.delete()
        return
    yesterday: date = localdate(now) - timedelta(days=1)
    row.to_on = yesterday
    if row.from_on and row.from_on > yesterday:
        row.from_on = yesterday
    row.save(update_fields=["from_on", "to_on", "updated_at"])


def _side(row: Affiliation, organisation_id: int) -> str:
    return "member" if row.member_id == organisation_id else "umbrella"


def _locked(affiliation_id: int) -> Affiliation:
    return Affiliation.objects.select_for_update(of=("self",)).get(pk=affiliation_id)
