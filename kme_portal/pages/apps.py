import gc

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "kme_portal.pages"
    verbose_name = _("Pages")

    def ready(self):
        # What `shared_task` belongs to. Not in `kme_portal/__init__.py`, so that the supervisor and
        # the mail catcher start without it.
        import kme_portal.celery  # noqa: F401
        from kme_portal.base.history import track
        from kme_portal.pages.models import (
            Case,
            Figure,
            Milestone,
            NewsItem,
            Page,
            Picture,
            SocialLink,
        )
        from kme_portal.pages.seed import after_migrating

        track(Page)
        track(NewsItem)
        track(Milestone)
        track(Figure)
        track(SocialLink)
        track(Picture)
        track(Case, exclude=["message", "name", "email", "assistive_technology"])
        post_migrate.connect(after_migrating, sender=self)
        # Settings switched it off for the time of loading.
        gc.enable()
