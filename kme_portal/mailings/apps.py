from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MailingsConfig(AppConfig):
    name = "kme_portal.mailings"
    verbose_name = _("Mail")
