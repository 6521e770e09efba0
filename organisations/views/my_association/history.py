"""What changed, in plain words and without names."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.text import capfirst
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from kme_portal.accounts.models import User
from kme_portal.base.history import Change, ChangeKind, changes_of
from kme_portal.base.words import listed
from organisations.models import ChangeStatus, Organisation, ProfileChange, Representative
from organisations.views.my_association.association import AssociationMixin

SHOWN = 50
# The office's own notes about an association.
OFFICE_FIELDS = (
    "relation",
    "relation_from",
    "relation_to",
    "source",
    "kind",
    "merged_into",
    "slug",
)


@dataclass(frozen=True)
class Entry:
    at: datetime
    who: str
    what: str


class HistoryView(AssociationMixin, TemplateView):
    room = "history"
    template_name = "organisations/my_association/history.html"
    needs_edit = False

    def get_context_data(self, **kwargs):
        people = self.organisation.representatives.exclude(user=None)
        self.ours = set(people.values_list("user_id", flat=True))
        self.office = set(User.objects.filter(is_staff=True).values_list("pk", flat=True))
        hidden = {str(Organisation._meta.get_field(name).verbose_name) for name in OFFICE_FIELDS}
        entries = [
            Entry(change.at, self.who(change.user_id), what)
            for change in changes_of(self.organisation)
            if (what := in_words(change, hidden))
        ]
        entries += [entry for row in self.wishes() for entry in wish_entries(row)]
        entries += [entry for row in self.people() for entry in role_entries(row)]
        entries.sort(key=lambda entry: entry.at, reverse=True)
        return super().get_context_data(entries=entries[:SHOWN], **kwargs)

    def who(self, user_id: int | None) -> str:
        """Which side it was; "" for accounts that neither side knows any more."""
        if user_id is None:
            return _("the portal")
        if user_id in self.ours:
            return _("your association")
        return _("the office") if user_id in self.office else ""

    def wishes(self):
        return ProfileChange.objects.filter(organisation=self.organisation)[:SHOWN]

    def people(self):
        rows = Representative.objects.filter(organisation=self.organisation)
        return rows.select_related("function").order_by("-pk")[:SHOWN]


def in_words(change: Change, hidden: set[str]) -> str:
    if change.kind == ChangeKind.INSERT:
        return _("The entry was made.")
    labels = [capfirst(label) for label in change.fields if label not in hidden]
    if not labels:
        return ""
    return _("Changed: %(fields)s.") % {"fields": listed(labels)}


def wish_entries(row: ProfileChange):
    field = capfirst(row.get_field_display())
    yield Entry(
        row.created_at,
        _("your association"),
        _("A change was asked for: %(field)s.") % {"field": field},
    )
    if row.status == ChangeStatus.APPROVED:
        yield Entry(
            row.decided_at,
            _("the office"),
            _("The change was approved: %(field)s.") % {"field": field},
        )
    elif row.status == ChangeStatus.REFUSED:
        yield Entry(
            row.decided_at,
            _("the office"),
            _("The change was not approved: %(field)s. Reason: %(reason)s")
            % {"field": field, "reason": row.reason},
        )
    elif row.status == ChangeStatus.WITHDRAWN:
        yield Entry(
            row.updated_at,
            _("your association"),
            _("The change was withdrawn: %(field)s.") % {"field": field},
        )


def role_entries(row: Representative):
    role = row.function.name if row.function else _("person in a role")
    yield Entry(row.created_at, "", _("A role began: %(role)s.") % {"role": role})
    if row.to_on and row.to_on < localdate():
        yield Entry(row.updated_at, "", _("A role ended: %(role)s.") % {"role": role})
