"""Whose name stands beside a picture, because the law wants it named."""

from django.utils.translation import gettext_lazy as _

from kme_portal.base.registries import PersonalData, personal_data

personal_data.register(
    "pages.credits",
    PersonalData(
        title=_("Who made a picture"),
        # No address stands beside it: whoever wants to be named otherwise writes to the office.
        export=lambda email: [],
        erase=lambda email, now: 0,
        fields={
            "pages.Picture.credit": (
                _("Name who made a picture"),
                _("Article 6(1)(c) GDPR with § 13 UrhG"),
                _("as long as they are shown, or until the person objects"),
            )
        },
    ),
)
