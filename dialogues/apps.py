from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DialoguesConfig(AppConfig):
    name = "dialogues"
    verbose_name = _("Dialogues")

    def ready(self):
        from dialogues.models import Forum, Recommendation, Topic
        from kme_portal.base.history import track

        track(Forum)
        track(Topic)
        track(Recommendation)
