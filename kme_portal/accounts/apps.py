from django.apps import AppConfig
from django.contrib.admin.apps import SimpleAdminConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "kme_portal.accounts"
    verbose_name = _("Accounts")
    # There is a second one below.
    default = True

    def ready(self):
        from kme_portal.accounts import checks, receivers, security_log  # noqa: F401
        from kme_portal.accounts.models import DataRequest, Incident, RoleRequest
        from kme_portal.base.history import track

        # What was done with a case, not who asked and in which words.
        track(
            DataRequest,
            exclude=["email", "address_digest", "name", "text", "answer", "extension_reason"],
        )
        # Which roles never changes; who may be seen in them is told by the request itself.
        track(RoleRequest, exclude=["groups"])
        track(
            Incident,
            exclude=["title", "description", "consequences", "measures", "delay_reason"],
        )


class OfficeAdminConfig(SimpleAdminConfig):
    """The office's admin (Verwaltung), on a site of its own that asks for a second factor."""

    default = False
    default_site = "kme_portal.accounts.site.OfficeSite"

    def ready(self):
        from kme_portal.accounts import autocompletes

        super().ready()
        autocompletes.install()
        self.module.autodiscover()
