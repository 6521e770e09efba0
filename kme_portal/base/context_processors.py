from email.utils import parseaddr

from django.conf import settings


def portal(request):
    """What every page shows: whether this is a demonstration, and whom to write to."""
    return {"is_demo": settings.DEMO, "office_email": parseaddr(settings.OFFICE_EMAIL)[1]}
