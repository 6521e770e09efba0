"""What must not be started."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import Error, register

LOCAL = {"localhost", "127.0.0.1", "::1", "[::1]", "testserver"}


@register()
def demonstration_stays_at_home(app_configs, **kwargs):
    """DEMO opens every role by one click: never where strangers come."""
    if not settings.DEMO:
        return []
    hosts = {*settings.ALLOWED_HOSTS, urlsplit(settings.PORTAL_URL).hostname or ""}
    if settings.SECURE or not hosts <= LOCAL:
        return [
            Error(
                "DEMO signs anybody in by a click and is refused for other hosts than localhost.",
                hint="Unset DEMO, or set ALLOWED_HOSTS and PORTAL_URL to localhost.",
                id="accounts.E001",
            )
        ]
    return []
