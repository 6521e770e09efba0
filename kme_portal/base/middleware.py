"""What every answer of the portal bears, and who history names."""

import pghistory.middleware


class HistoryMiddleware(pghistory.middleware.HistoryMiddleware):
    """History keeps who, never where: a path may hold a token."""

    def get_context(self, request):
        user = getattr(request, "user", None)
        return {"user": user.pk if user is not None and user.is_authenticated else None}


class PrivacyHeadersMiddleware:
    """Headers that no setting of Django sets."""

    HEADERS = {
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": (
            "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), "
            "microphone=(), payment=(), usb=(), browsing-topics=()"
        ),
    }

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        for name, value in self.HEADERS.items():
            response.headers.setdefault(name, value)
        return response
