"""Cards of links to other services, and which of them a page shows in a frame."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.db.models import QuerySet
from django.http import HttpRequest

from kme_portal.pages.embedding import Frame, kept_services
from kme_portal.pages.models import SocialLink


@dataclass(frozen=True)
class LinkCard:
    """One link as a page shows it; `shown` is the frame, once it is wanted, `kept` if for good."""

    link: SocialLink
    host: str
    can_be_shown: bool
    shown: Frame | None
    kept: bool


def cards_of(links: QuerySet[SocialLink], request: HttpRequest) -> list[LinkCard]:
    """Cards of these links; the page's policy allows the hosts of those that are shown.

    One is shown because the address asks for it once, or because the visitor keeps its service.
    """
    kept = kept_services(request)
    asked = request.GET.get("zeigen", "")
    cards = []
    for link in links:
        frame = link.frame
        is_kept = link.service in kept
        is_shown = frame is not None and (asked == str(link.pk) or is_kept)
        if is_shown:
            request.frame_hosts.add(frame.host)
        host = urlsplit(link.url).hostname or ""
        shown = frame if is_shown else None
        cards.append(LinkCard(link, host, frame is not None, shown, is_kept))
    return cards
