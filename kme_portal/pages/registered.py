"""What stands in header and footer; an entry without a page is left out."""

from django.utils.translation import gettext_lazy as _

from kme_portal.base import navigation

navigation.header.register("events", navigation.Entry(_("Events"), "events:list"))
navigation.header.register("dialogues", navigation.Entry(_("Dialogues"), "dialogues:list"))
navigation.header.register(
    "organisations", navigation.Entry(_("Associations"), "organisations:list")
)
navigation.header.register("funding", navigation.Entry(_("Funding"), "funding:list"))
