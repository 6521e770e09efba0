from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrganisationsConfig(AppConfig):
    name = "organisations"
    verbose_name = _("Associations")

    def ready(self):
        from kme_portal.base.history import track
        from organisations.models import Affiliation, Organisation

        track(Organisation, exclude=["email", "phone"])
        track(Affiliation)
