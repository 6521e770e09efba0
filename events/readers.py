"""How much a reader may see of what has a visibility of its own."""

from django.db.models import Exists, OuterRef
from django.utils import timezone

from organisations.models import Organisation, Representative, Visibility


def represented_organisations(user):
    """Active associations for which this person acts today."""
    acting = Representative.objects.current(timezone.localdate()).filter(
        user=user, organisation=OuterRef("pk")
    )
    return Organisation.objects.active().associations().filter(Exists(acting))


def visible_to(user) -> set[str]:
    """The visibilities this reader may see; asks the database only for who is signed in."""
    if not user.is_authenticated:
        return {Visibility.PUBLIC}
    if user.is_staff:
        return {Visibility.PUBLIC, Visibility.NETWORK, Visibility.OFFICE}
    if represented_organisations(user).exists():
        return {Visibility.PUBLIC, Visibility.NETWORK}
    return {Visibility.PUBLIC}
