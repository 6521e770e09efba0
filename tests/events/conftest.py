from datetime import timedelta

import pytest
from django.utils import timezone

from events.models import EventVisibility, PoolKind
from events.services.planning import set_seats
from tests.factories import make_event, make_invitation, make_recipient

NOW = timezone.now()


@pytest.fixture
def recipient():
    """Somebody of an association that may come with two people; ten seats on site."""
    event = make_event(
        title="Fachtag Wohlfahrt",
        seats_per_association=2,
        answer_by=(NOW + timedelta(days=5)).date(),
        visibility=EventVisibility.PUBLIC,
    )
    set_seats(event_id=event.pk, kind=PoolKind.ON_SITE, seats=10, now=NOW)
    return make_recipient(invitation=make_invitation(event=event))
