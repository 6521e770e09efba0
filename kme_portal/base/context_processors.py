from django.conf import settings


def portal(request):
    """What every page shows: whether this is a demonstration, and whom to write to."""
    return {"is_demo": settings.DEMO, "office_email": settings.OFFICE_EMAIL}
