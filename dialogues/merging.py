"""What becomes of seats in forums when two entries become one."""

from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext, gettext_lazy

from dialogues.models import ForumSeat
from kme_portal.base.merging import Merging, mergings


def end_seat(row: ForumSeat, _twin: ForumSeat) -> None:
    """An association has one seat in a forum; that of the merged entry ends and stays known."""
    row.to_on = max(localdate(), row.from_on or localdate())
    row.save(update_fields=["to_on", "updated_at"])


def told_seats(row: ForumSeat, _twin: ForumSeat) -> str:
    words = gettext("Both have a seat in “%(forum)s”. That of the merged entry ends today.")
    return words % {"forum": row.forum}


mergings.register(
    "dialogues.ForumSeat.organisation",
    Merging(
        gettext_lazy("Seats in forums"),
        same=("forum",),
        among=Q(to_on=None),
        settle=end_seat,
        told=told_seats,
    ),
)
