import logging
import secrets

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from kme_portal.base import health

logger = logging.getLogger(__name__)


@require_safe
@login_not_required
def healthz(request):
    """The process answers; tells nothing else. For load balancers and supervisors."""
    return HttpResponse("ok\n", content_type="text/plain")


@login_not_required
def readyz(request):
    """Whether all is well, for monitoring; what is not learns only who bears MONITORING_TOKEN.

    No load balancer should ask here: pages stay readable while the broker is down.
    """
    failed = health.report(now=timezone.now())
    if failed:
        logger.warning("not ready", extra={"failed": ", ".join(sorted(failed))})
    if _is_monitoring(request):
        response = JsonResponse({"ready": not failed, "failed": failed})
    else:
        response = HttpResponse("not ready\n" if failed else "ready\n", content_type="text/plain")
    response.status_code = 503 if failed else 200
    response.headers["Cache-Control"] = "no-store"
    return response


def _is_monitoring(request) -> bool:
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    token = settings.MONITORING_TOKEN
    return bool(token) and secrets.compare_digest(given.encode(), token.encode())
