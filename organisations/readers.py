"""What a reader of the public pages may see."""

from django.utils.timezone import localdate

from organisations.models import OrganisationStatus, Representative


def is_of_the_network(user) -> bool:
    """Whether this person acts for an active association today; no query for visitors."""
    if not user.is_authenticated:
        return False
    return (
        Representative.objects.current(localdate())
        .filter(
            user=user,
            organisation__status=OrganisationStatus.ACTIVE,
            organisation__merged_into=None,
        )
        .exists()
    )
