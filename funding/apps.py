from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FundingConfig(AppConfig):
    name = "funding"
    verbose_name = _("Funding")

    def ready(self):
        from funding.models import Call, Pillar, Programme, Project
        from kme_portal.base.history import track

        track(Programme)
        track(Call)
        track(Pillar)
        track(Project)
