"""Words for what several apps export under the same keys."""

from django.utils.translation import gettext_lazy as _

COMMON = {
    "email": _("E-mail address"),
    "name": _("Name"),
    "phone": _("Telephone"),
    "language": _("Language"),
    "organisation": _("Organisation"),
    "function": _("Function"),
    "event": _("Event"),
    "day": _("Day"),
    "status": _("Status"),
    "source": _("Where the data come from"),
    "from": _("From"),
    "until": _("Until"),
    "since": _("Since"),
    "reason": _("Reason"),
    "notes": _("Notes"),
    "text": _("Text"),
}
