"""Other people's services: which links are known, what a frame of theirs needs, who wants it.

Nothing here asks anybody: a link is recognised by its host and shape alone. A service is shown
in a frame only where it offers one that works without a script of its own in our page.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import parse_qs, quote, urlsplit

from django.db.models import TextChoices
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

COOKIE = "kme_dienste"
KEPT = timedelta(days=182)
MOST = 200


class Service(TextChoices):
    YOUTUBE = "youtube", "YouTube"
    VIMEO = "vimeo", "Vimeo"
    FACEBOOK = "facebook", "Facebook"
    INSTAGRAM = "instagram", "Instagram"
    PINTEREST = "pinterest", "Pinterest"
    FLICKR = "flickr", "Flickr"
    X = "x", "X (Twitter)"


class UnknownLink(ValueError):
    """A link of no service that is known, or to no single content of it; says what to do."""


@dataclass(frozen=True)
class Frame:
    """What a page bears that shows a content: the address, its host, and the room it takes."""

    src: str
    host: str
    shape: str


@dataclass(frozen=True)
class Rules:
    """How a service's links look (`shapes`, on the path) and which address its frame has."""

    hosts: frozenset[str]
    shapes: tuple[str, ...]
    address: Callable[[str], str]
    frame_host: str = ""
    frame: Callable[[str], str] | None = None
    shape: str = "post"
    privacy: str = ""


VIDEO_ID = r"(?P<id>[\w-]{11})"
RULES: dict[str, Rules] = {
    Service.YOUTUBE: Rules(
        hosts=frozenset(
            {
                "youtube.com",
                "www.youtube.com",
                "m.youtube.com",
                "youtu.be",
                "www.youtube-nocookie.com",
            }
        ),
        shapes=(rf"/(?:embed|shorts|live|v)/{VIDEO_ID}/?", rf"/{VIDEO_ID}/?"),
        address=lambda key: f"https://www.youtube.com/watch?v={key}",
        frame_host="www.youtube-nocookie.com",
        frame=lambda key: f"https://www.youtube-nocookie.com/embed/{key}?rel=0",
        shape="video",
        privacy="https://policies.google.com/privacy?hl=de",
    ),
    Service.VIMEO: Rules(
        hosts=frozenset({"vimeo.com", "www.vimeo.com", "player.vimeo.com"}),
        shapes=(r"/(?:video/)?(?P<id>\d{4,12})/?",),
        address=lambda key: f"https://vimeo.com/{key}",
        frame_host="player.vimeo.com",
        frame=lambda key: f"https://player.vimeo.com/video/{key}?dnt=1",
        shape="video",
        privacy="https://vimeo.com/privacy",
    ),
    Service.FACEBOOK: Rules(
        hosts=frozenset(
            {"facebook.com", "www.facebook.com", "m.facebook.com", "de-de.facebook.com"}
        ),
        shapes=(r"/(?P<id>[\w.-]{2,80}/(?:posts|videos|photos)/[\w.%-]{4,120})/?",),
        address=lambda key: f"https://www.facebook.com/{key}",
        frame_host="www.facebook.com",
        frame=lambda key: (
            "https://www.facebook.com/plugins/post.php?show_text=true&width=500&href="
            + quote(f"https://www.facebook.com/{key}", safe="")
        ),
        privacy="https://www.facebook.com/privacy/policy/",
    ),
    Service.INSTAGRAM: Rules(
        hosts=frozenset({"instagram.com", "www.instagram.com"}),
        shapes=(r"/(?:[\w.]{1,30}/)?(?P<id>(?:p|reel|tv)/[\w-]{5,40})/?",),
        address=lambda key: f"https://www.instagram.com/{key}/",
        frame_host="www.instagram.com",
        frame=lambda key: f"https://www.instagram.com/{key}/embed/",
        privacy="https://privacycenter.instagram.com/policy",
    ),
    Service.PINTEREST: Rules(
        hosts=frozenset({"pinterest.com", "www.pinterest.com", "pinterest.de", "www.pinterest.de"}),
        shapes=(r"/pin/(?:[\w-]+--)?(?P<id>\d{6,24})/?",),
        address=lambda key: f"https://www.pinterest.de/pin/{key}/",
        frame_host="assets.pinterest.com",
        frame=lambda key: f"https://assets.pinterest.com/ext/embed.html?id={key}",
        privacy="https://policy.pinterest.com/de/privacy-policy",
    ),
    # These two show a content only by a script of theirs in our page, which we do not load.
    Service.FLICKR: Rules(
        hosts=frozenset({"flickr.com", "www.flickr.com"}),
        shapes=(r"/photos/(?P<id>[\w@-]{2,60}/(?:\d{6,16}|albums/\d{6,24}))/?",),
        address=lambda key: f"https://www.flickr.com/photos/{key}/",
        privacy="https://www.flickr.com/help/privacy",
    ),
    Service.X: Rules(
        hosts=frozenset(
            {"x.com", "www.x.com", "twitter.com", "www.twitter.com", "mobile.twitter.com"}
        ),
        shapes=(r"/(?P<id>\w{1,15}/status/\d{5,25})/?",),
        address=lambda key: f"https://x.com/{key}",
        privacy="https://x.com/de/privacy",
    ),
}
# Services with a frame, in the order of the form that keeps them switched on.
SHOWABLE = tuple(service for service, rules in RULES.items() if rules.frame)


@dataclass(frozen=True)
class Recognised:
    service: str
    content: str
    url: str
    """The address without what only follows people around."""


def recognise(typed: str) -> Recognised:
    """The content a link leads to. Raises UnknownLink with a sentence for the office."""
    try:
        parts = urlsplit(typed.strip()[:500])
        has_port = parts.port is not None
    except ValueError:
        raise UnknownLink(_("This is no address of a page.")) from None
    if parts.scheme not in ("http", "https") or has_port or parts.username is not None:
        raise UnknownLink(_("This is no address of a page."))
    host = (parts.hostname or "").lower()
    service = next((name for name, rules in RULES.items() if host in rules.hosts), None)
    if service is None:
        raise UnknownLink(
            _(
                "Only links to Facebook, X, YouTube, Pinterest, Instagram, Flickr and Vimeo are "
                "possible here. Put any other link into the text."
            )
        )
    path = parts.path
    if service == Service.YOUTUBE and path.rstrip("/") == "/watch":
        path = "/" + parse_qs(parts.query).get("v", [""])[0]
    for shape in RULES[service].shapes:
        if found := re.fullmatch(shape, path, re.ASCII):
            content = found["id"]
            return Recognised(service, content, RULES[service].address(content))
    raise UnknownLink(_("Please link a single video, picture or post, not a channel or a profile."))


def frame_of(service: str, content: str) -> Frame | None:
    """The frame of a content; None where the service offers none without its script."""
    rules = RULES[service]
    if rules.frame is None:
        return None
    return Frame(rules.frame(content), rules.frame_host, rules.shape)


def kept_services(request: HttpRequest) -> list[str]:
    """What this visitor keeps switched on, as far as it is known."""
    typed = request.COOKIES.get(COOKIE, "")[:MOST].split(".")
    return [service.value for service in SHOWABLE if service.value in typed]


def keep_services(response: HttpResponse, services: list[str], *, secure: bool) -> None:
    """Note the choice for six months, or forget all of it."""
    if not services:
        response.delete_cookie(COOKIE, samesite="Lax")
        return
    response.set_cookie(
        COOKIE,
        ".".join(services),
        max_age=KEPT,
        secure=secure,
        httponly=True,
        samesite="Lax",
    )


class FrameMiddleware:
    """A page that bears a frame allows just its hosts, and is nobody else's: no cache keeps it.

    Views and panels note the hosts in `request.frame_hosts`; without any, nothing is allowed.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.frame_hosts = set()
        response = self.get_response(request)
        if request.frame_hosts:
            hosts = [f"https://{host}" for host in sorted(request.frame_hosts)]
            response._csp_update = {"frame-src": hosts}
            response.headers["Cache-Control"] = "private, no-store"
            response.headers["X-Robots-Tag"] = "noindex"
        return response
