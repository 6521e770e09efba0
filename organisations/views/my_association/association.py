"""What all pages of an association's desk stand on: the association of the address."""

from datetime import timedelta
from typing import Any

from django.db.models import OuterRef, Subquery
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from organisations.models import (
    EntryClaim,
    EntryClaimStatus,
    Organisation,
    OrganisationStatus,
    Representative,
)
from organisations.occasions.profile_check import CHECK_AFTER

# The question comes a little before the letter does.
ASK_BEFORE = timedelta(days=30)
FIRST_TAKEN_OVER = (
    EntryClaim.objects.filter(organisation=OuterRef("organisation"), status=EntryClaimStatus.TAKEN)
    .order_by("decided_at")
    .values("decided_at")[:1]
)


def roles_of(user, now) -> list[Representative]:
    """In which roles this person acts today, one for each, by the name of the association."""
    return list(
        Representative.objects.acting(user, now)
        .select_related("organisation__district", "organisation__logo_image", "function")
        .annotate(entry_taken_at=Subquery(FIRST_TAKEN_OVER))
        .order_by("organisation__sort_name", "pk")
    )


class AssociationMixin:
    """Before a generic view: the association is in the address, never in the session.

    Who does not act for it, or may not edit where `needs_edit`, finds nothing there.
    """

    needs_edit = True
    room = ""
    kwargs: dict[str, Any]
    request: HttpRequest

    def dispatch(self, request, *args, **kwargs):
        self.now = timezone.now()
        if not self.my_roles or not self.is_allowed():
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def is_allowed(self) -> bool:
        """Of those who act for it: whether this page is for them."""
        return self.may_edit or not self.needs_edit

    @cached_property
    def roles(self) -> list[Representative]:
        return roles_of(self.request.user, self.now)

    @cached_property
    def my_roles(self) -> list[Representative]:
        return [role for role in self.roles if role.organisation_id == self.kwargs["pk"]]

    @property
    def organisation(self) -> Organisation:
        return self.my_roles[0].organisation

    @property
    def may_edit(self) -> bool:
        return any(role.may_edit for role in self.my_roles)

    @property
    def is_unseen(self) -> bool:
        """The office made the entry, and since it passed over nobody said that it is right."""
        taken_at = self.my_roles[0].entry_taken_at
        confirmed = self.organisation.last_confirmed_on
        return taken_at is not None and (confirmed is None or confirmed < localdate(taken_at))

    @property
    def is_to_be_confirmed(self) -> bool:
        """Whether those who may edit are asked if the entry is right, once a year."""
        if self.organisation.status != OrganisationStatus.ACTIVE or not self.may_edit:
            return False
        confirmed = self.organisation.last_confirmed_on
        last_good = localdate(self.now - CHECK_AFTER + ASK_BEFORE)
        return confirmed is None or confirmed <= last_good or self.is_unseen

    def get_context_data(self, **kwargs):
        others = {role.organisation_id: role.organisation for role in self.roles}
        return super().get_context_data(
            room=self.room,
            rooms=self.rooms(),
            organisation=self.organisation,
            others=[row for pk, row in others.items() if pk != self.organisation.pk],
            may_edit=self.may_edit,
            **kwargs,
        )

    def rooms(self) -> list[tuple[str, str, str]]:
        """Name, label and address of the rooms this person may enter."""
        labels = {
            "desk": _("Overview"),
            "profile": _("Profile"),
            "people": _("People in roles"),
            "umbrellas": _("Umbrellas and members"),
            "history": _("What changed"),
        }
        for_editors = () if self.may_edit else ("profile", "umbrellas")
        return [
            (name, label, self.address(name))
            for name, label in labels.items()
            if name not in for_editors
        ]

    def address(self, name: str, *args) -> str:
        return reverse(f"my_association:{name}", args=[self.organisation.pk, *args])

    def to(self, name: str, *args) -> HttpResponseRedirect:
        return HttpResponseRedirect(self.address(name, *args))
