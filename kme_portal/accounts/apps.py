from django.apps import AppConfig
from django.contrib.admin.apps import SimpleAdminConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "kme_portal.accounts"
    verbose_name = _("Accounts")


class OfficeAdminConfig(SimpleAdminConfig):
    """The office's admin (Verwaltung), on a site of its own that asks for a second factor."""

    default_site = "kme_portal.accounts.site.OfficeSite"
