"""The office's admin site."""

from django.contrib import admin


class OfficeSite(admin.AdminSite):
    """The office's admin (Verwaltung)."""
