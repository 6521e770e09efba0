"""The parallel sessions somebody chose, in words for pages, mails and lists."""

from collections.abc import Iterable

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _

from events.models import AgendaItem, Claim, ClaimStatus, Party, Pool
from events.templatetags.events import span


def session_words(item: AgendaItem, status: str | None) -> str:
    """Time, title and room; said too where there is no seat yet."""
    where = f" ({item.room})" if item.room else ""
    told = f"{span(item.starts_at, item.ends_at)}: {item.title}{where}"
    if status == ClaimStatus.WAITING:
        return _("%(choice)s – waiting list") % {"choice": told}
    return told


def chosen_sessions(party: Party) -> list[str]:
    """What this party chose, in the order of the programme; one query."""
    claims = Claim.objects.living().filter(party=party, pool=OuterRef("pk"))
    pools = (
        Pool.objects.filter(pk__in=party.sessions.values("pk"))
        .select_related("session")
        .annotate(claimed=Subquery(claims.values("status")[:1]))
        .order_by("session__starts_at", "pk")
    )
    return [session_words(pool.session, pool.claimed) for pool in pools]


def sessions_by_party(claims: Iterable[Claim]) -> dict[int, list[str]]:
    """The same for many parties, out of claims in sessions that know their pool's session."""
    found: dict[int, list[str]] = {}
    for claim in sorted(claims, key=lambda claim: (claim.pool.session.starts_at, claim.pool_id)):
        words = session_words(claim.pool.session, claim.status)
        found.setdefault(claim.party_id, []).append(words)
    return found
