from django.conf import settings


def portal(request):
    """What every page shows: whether this is a demonstration."""
    return {"is_demo": settings.DEMO}
