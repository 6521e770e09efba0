"""Texts the office edits: imprint, privacy, accessibility, netiquette, about and contact."""

import re

from django.conf import settings
from django.db import models
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kme_portal.base.models import TimeStampedModel
from kme_portal.base.translated import GERMAN, TranslatedTexts

# "[[telephone of the office]]": what only the office knows. Readers don't see that line.
GAP = re.compile(r"\[\[(.+?)\]\]")


class PageSlug(models.TextChoices):
    IMPRINT = "impressum", _("Imprint")
    PRIVACY = "datenschutz", _("Privacy")
    ACCESSIBILITY = "barrierefreiheit", _("Accessibility")
    NETIQUETTE = "netiquette", _("Netiquette")
    ABOUT = "ueber-uns", _("About us")
    CONTACT = "kontakt", _("Contact")
    PRESS = "presse", _("Press")
    SOCIAL = "soziale-medien", _("Social media")
    PLAIN_LANGUAGE = "leichte-sprache", _("Leichte Sprache")
    PLAIN_TAKING_PART = "leichte-sprache-mitmachen", _("Leichte Sprache: taking part")
    PLAIN_REGISTERING = "leichte-sprache-anmelden", _("Leichte Sprache: registering")


# Pages below another one; the rest stand at their slug.
BELOW = {
    PageSlug.PLAIN_TAKING_PART: "leichte-sprache/mitmachen/",
    PageSlug.PLAIN_REGISTERING: "leichte-sprache/anmelden/",
}
PLAIN = {PageSlug.PLAIN_LANGUAGE, *BELOW}


def address_of(slug: str) -> str:
    """The page's address below the language."""
    return BELOW.get(slug, f"{slug}/")


class Page(TranslatedTexts, TimeStampedModel):
    """A text with an address of its own (Impressum, Datenschutz, …), in Markdown.

    `{mailbox}` stands for the office's address and `{portal}` for the portal's; a line with
    `[[…]]` is left out for readers and listed for the office until it is filled in.
    """

    slug = models.SlugField(_("page"), unique=True, choices=PageSlug, max_length=40)
    title = models.CharField(_("title"), max_length=150)
    body = models.TextField(
        _("text"),
        max_length=60_000,
        help_text=_(
            "Markdown: ## heading, - list, **bold**, [words](https://address). A line with"
            " [[…]] is not shown to readers until you replace it."
        ),
    )
    reviewed_on = models.DateField(
        _("reviewed on"),
        null=True,
        blank=True,
        help_text=_("The day on which the office last checked that the text is right."),
    )

    class Meta:
        verbose_name = _("page of text")
        verbose_name_plural = _("pages of text")
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                name="page_slug_is_known", condition=models.Q(slug__in=PageSlug.values)
            )
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        try:
            return reverse(f"pages:{self.slug}")
        except NoReverseMatch:
            return None

    def gaps(self) -> list[str]:
        """What the office still has to fill in, in the words of the German text."""
        return GAP.findall(self.body_de or "")

    def text(self, language: str | None = None) -> str:
        """Markdown as readers get it: without open gaps, with the office's address."""
        body = getattr(self, f"body_{language or get_language()}") or self.body_de or ""
        lines = [line for line in body.splitlines() if not GAP.search(line)]
        text = "\n".join(lines)
        for name, value in self.values().items():
            text = text.replace("{" + name + "}", value)
        return text

    def is_german_only(self) -> bool:
        """Whether a reader of the current language gets the German text."""
        language = get_language()
        return language != GERMAN and not getattr(self, f"body_{language}")

    @property
    def is_easy(self) -> bool:
        return self.slug in PLAIN

    @property
    def is_below_easy(self) -> bool:
        return self.slug in BELOW

    @property
    def language_tag(self) -> str:
        """The language its text is in, where that is not the reader's (BCP 47)."""
        if self.is_easy:
            return "de-simple"
        return GERMAN if self.is_german_only() else ""

    @staticmethod
    def values() -> dict[str, str]:
        return {
            "mailbox": settings.OFFICE_EMAIL,
            "portal": settings.PORTAL_URL,
        }
