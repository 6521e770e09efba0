"""The office's admin site."""

from django.contrib import admin
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.db.models.base import ModelBase
from django.http import QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from kme_portal.accounts import second_factor
from kme_portal.accounts.admin_office import OfficeAdmin
from kme_portal.accounts.desk import app_list_in_order
from kme_portal.accounts.office_pages import OfficePages


class OfficeSite(OfficePages, admin.AdminSite):
    """The office's admin (Verwaltung): people of the office, with a second factor in this session.

    Signing in is allauth's, so its limits hold here too.
    """

    site_header = _("KME NRW office")
    site_title = _("KME NRW office")
    index_title = _("Desk")
    site_url = "/"
    index_template = "admin/office_index.html"
    enable_nav_sidebar = False

    def __init__(self, name="admin"):
        super().__init__(name)
        # One record at a time, with a page that says what goes with it.
        self.disable_action("delete_selected")

    # Kept by allauth's own pages, or by nobody.
    NOT_HERE = frozenset({"account", "auth", "mfa", "usersessions", "pghistory"})

    def register(self, model_or_iterable, admin_class=None, **options):
        """Every admin is an OfficeAdmin, whether it says so or not."""
        models = model_or_iterable
        if isinstance(models, ModelBase):
            models = [models]
        models = [model for model in models if model._meta.app_label not in self.NOT_HERE]
        admin_class = admin_class or admin.ModelAdmin
        if not issubclass(admin_class, OfficeAdmin):
            admin_class = type(
                admin_class.__name__,
                (OfficeAdmin, admin_class),
                {"__module__": admin_class.__module__, "__doc__": admin_class.__doc__},
            )
        super().register(models, admin_class, **options)

    def has_permission(self, request):
        # Asked several times for a page; the answer costs a query.
        if not hasattr(request, "may_enter_office"):
            user = request.user
            request.may_enter_office = (
                user.is_active and user.is_staff and second_factor.was_used(request)
            )
        return request.may_enter_office

    @method_decorator(never_cache)
    @login_not_required
    def login(self, request, extra_context=None):
        """Lead to what is still missing: signing in, a second factor, or showing it."""
        wanted = request.GET.get(REDIRECT_FIELD_NAME) or reverse(
            "admin:index", current_app=self.name
        )
        if not request.user.is_authenticated:
            return self._to("account_login", wanted)
        if not request.user.is_staff:
            raise PermissionDenied
        if self.has_permission(request):
            return redirect(reverse("admin:index", current_app=self.name))
        if second_factor.is_set_up(request.user):
            return self._to("mfa_reauthenticate", wanted)
        return redirect("mfa_index")

    @staticmethod
    def _to(view: str, wanted: str):
        query = QueryDict(mutable=True)
        query[REDIRECT_FIELD_NAME] = wanted
        return redirect(f"{reverse(view)}?{query.urlencode(safe='/')}")

    def password_change(self, request, extra_context=None):
        return redirect("account_change_password")

    def logout(self, request, extra_context=None):
        return redirect("account_logout")

    def get_app_list(self, request, app_label=None):
        return app_list_in_order(super().get_app_list(request, app_label))
