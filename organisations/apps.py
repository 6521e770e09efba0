from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrganisationsConfig(AppConfig):
    name = "organisations"
    verbose_name = _("Associations")

    def ready(self):
        from kme_portal.base.history import track
        from organisations.models import Affiliation, Audience, Organisation, Representative, Term

        track(Organisation, exclude=["email", "phone", "sort_name", "search_text"])
        track(Affiliation)
        track(
            Representative,
            exclude=["name", "email", "phone", "function_note", "source", "public_id", "user"],
        )
        track(Audience)
        track(Term)
