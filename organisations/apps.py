from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrganisationsConfig(AppConfig):
    name = "organisations"
    verbose_name = _("Associations")

    def ready(self):
        from kme_portal.base.history import track
        from organisations.models import (
            Affiliation,
            Audience,
            EntryClaim,
            Objection,
            Organisation,
            ProfileChange,
            Registration,
            Representative,
            RoleInvitation,
            Term,
        )

        track(Organisation, exclude=["email", "phone", "sort_name", "search_text"])
        track(Affiliation)
        track(
            Representative,
            exclude=["name", "email", "phone", "function_note", "source", "public_id", "user"],
        )
        track(Audience)
        track(
            Registration,
            exclude=[
                "public_id",
                "form_id",
                "email",
                "name",
                "answers",
                "name_key",
                "spam_signs",
                "refusal_words",
            ],
        )
        track(Objection, exclude=["text", "words"])
        track(EntryClaim, exclude=["public_id", "email", "name", "words", "refusal_words"])
        track(ProfileChange)
        track(RoleInvitation, exclude=["public_id", "email"])
        track(Term)
