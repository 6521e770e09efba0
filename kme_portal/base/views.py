from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse


@login_not_required
def healthz(request):
    """The process answers; tells nothing else."""
    return HttpResponse("ok\n", content_type="text/plain")
