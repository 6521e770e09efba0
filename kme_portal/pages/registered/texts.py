"""What stands in header and footer, and what the office has yet to fill in."""

from datetime import datetime, time, timedelta

from django.db.models import DateTimeField, F, Q
from django.db.models.functions import Cast, Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kme_portal.base import navigation
from kme_portal.base.navigation import Entry
from kme_portal.base.registries import WaitingTask, sitemaps, waiting_tasks
from kme_portal.pages import machines
from kme_portal.pages.models import Page, PageSlug

for name, label in {
    "events:list": _("Events"),
    "dialogues:list": _("Dialogues"),
    "organisations:list": _("Associations"),
    "funding:list": _("Funding"),
    "pages:ueber-uns": _("About us"),
}.items():
    navigation.header.register(name, Entry(label, name))

for slug in (
    PageSlug.CONTACT,
    PageSlug.PRESS,
    PageSlug.SOCIAL,
    PageSlug.IMPRINT,
    PageSlug.PRIVACY,
    PageSlug.ACCESSIBILITY,
    PageSlug.NETIQUETTE,
    PageSlug.PLAIN_LANGUAGE,
):
    navigation.footer.register(slug.value, Entry(slug.label, f"pages:{slug.value}"))
navigation.footer.register("my-data", Entry(_("My data"), "my_data:ask"))

waiting_tasks.register(
    "pages.gaps",
    WaitingTask(
        title=_("Texts to be completed"),
        rows=lambda user: (
            Page.objects.filter(body_de__contains="[[")
            if user.has_perm("pages.change_page")
            else Page.objects.none()
        ),
        url=lambda page: reverse("admin:pages_page_change", args=[page.pk]),
        since=lambda page: page.created_at,
        oldest="created_at",
    ),
)

YEAR = timedelta(days=365)


def declaration_to_review(user):
    """The accessibility statement, a year after somebody last checked that it is right."""
    if not user.has_perm("pages.change_page"):
        return Page.objects.none()
    last = timezone.localdate() - YEAR
    return Page.objects.filter(slug=PageSlug.ACCESSIBILITY).filter(
        Q(reviewed_on=None) | Q(reviewed_on__lte=last)
    )


def review_due_since(page):
    if page.reviewed_on is None:
        return page.created_at
    return timezone.make_aware(datetime.combine(page.reviewed_on + YEAR, time.min))


waiting_tasks.register(
    "pages.declaration",
    WaitingTask(
        title=_("Accessibility statement: check it, and note the day"),
        rows=declaration_to_review,
        url=lambda page: reverse("admin:pages_page_change", args=[page.pk]),
        since=review_due_since,
        oldest=Coalesce(Cast(F("reviewed_on") + YEAR, DateTimeField()), F("created_at")),
        patience=timedelta(days=28),
    ),
)

sitemaps.register("pages", machines.PageSitemap)
sitemaps.register("lists", machines.ListSitemap)
