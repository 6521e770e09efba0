"""Seats of an association in the forums, for its timeline."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dialogues.models import ForumSeat
from kme_portal.base.timeline import Entry, Timeline, timelines


def seats_of(organisation, user):
    if not user.has_perm("dialogues.view_forum"):
        return ForumSeat.objects.none()
    return organisation.forum_seats.select_related("forum")


def told_seats(rows, organisation) -> dict[int, Entry]:
    found = {}
    for seat in rows:
        lines = []
        if seat.from_on:
            day = date_format(seat.from_on, "SHORT_DATE_FORMAT")
            lines.append(_("since %(day)s") % {"day": day})
        if seat.to_on:
            day = date_format(seat.to_on, "SHORT_DATE_FORMAT")
            lines.append(_("until %(day)s") % {"day": day})
        found[seat.pk] = Entry(
            title=_("Seat in “%(forum)s”") % {"forum": seat.forum},
            lines=lines,
            url=reverse("admin:dialogues_forum_change", args=[seat.forum_id]),
        )
    return found


timelines.register("forum", Timeline(gettext_lazy("Forums"), seats_of, "created_at", told_seats))
