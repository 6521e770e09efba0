"""The door to uploaded files: who may open one follows from what uses it.

An app that keeps files says so in its module `registered`:

    file_uses.register("organisations.logos", FileUse(
        used=lambda: Organisation.objects.exclude(logo_image=None).values("logo_image"),
        open_to=lambda user: Organisation.objects.listed().values("logo_image"),
    ))

Rows with files of their own, such as documents beside an event, register a `FileSource`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import AnonymousUser
from django.core.files import File
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kme_portal.base.models import StoredFile
from kme_portal.base.registries import Registry

# Time to fill in the rest of a form, or to come back to it the same day.
UNUSED_KEPT = timedelta(days=1)
# Seconds a shared cache may go on showing a public picture after it was hidden.
PUBLIC_FOR = 600


@dataclass(frozen=True)
class FileUse:
    """Where an app names files: `used()` and `open_to(user)` give their keys by query.

    `open_to` is asked with an anonymous user first; whatever it names then is public.
    """

    used: Callable[[], QuerySet]
    open_to: Callable[[Any], QuerySet]


@dataclass(frozen=True)
class Opened:
    """A file somebody may have: its bytes, type, and the name of a download ("" shows it)."""

    file: File
    content_type: str
    download_name: str = ""
    is_public: bool = False


FileSource = Callable[[str, Any], Opened | None]

file_uses: Registry[FileUse] = Registry()
file_sources: Registry[FileSource] = Registry()


@login_not_required
@require_safe
def stored_file(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """One upload, for whoever may see what uses it; a refused and an unknown one look alike.

    A random id names bytes that never change, so it is their ETag as well.
    """
    opened = next(
        (found for source in file_sources if (found := source(public_id, request.user))), None
    )
    if opened is None:
        raise Http404
    etag = quote_etag(public_id)
    response = get_conditional_response(request, etag=etag)
    if response is None:
        try:
            response = _answer(opened)
        except FileNotFoundError:
            raise Http404(_("This file is gone.")) from None
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = (
        f"public, max-age={PUBLIC_FOR}" if opened.is_public else "private, no-cache"
    )
    # Should a browser ever take it for a page: nothing in it runs or loads.
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _answer(opened: Opened) -> HttpResponseBase:
    """A picture in one piece; a download, which may be large, bit by bit."""
    if opened.download_name:
        return FileResponse(
            opened.file.open("rb"),
            content_type=opened.content_type,
            as_attachment=True,
            filename=opened.download_name,
        )
    with opened.file.open("rb") as file:
        return HttpResponse(file.read(), content_type=opened.content_type)


def open_stored(public_id: str, user: Any) -> Opened | None:
    """A `StoredFile` that some app uses for something this reader may see."""
    row = StoredFile.objects.filter(public_id=public_id).first()
    if row is None:
        return None
    is_public = _is_open(row, AnonymousUser())
    if not is_public and not (user.is_authenticated and _is_open(row, user)):
        return None
    name = "" if row.content_type.startswith("image/") else f"{row.public_id}.{row.suffix}"
    return Opened(row.file, row.content_type, name, is_public)


def _is_open(row: StoredFile, user: Any) -> bool:
    return any(
        StoredFile.objects.filter(pk=row.pk, pk__in=use.open_to(user)).exists() for use in file_uses
    )


file_sources.register("base.stored", open_stored)


def unused(now: datetime) -> QuerySet[StoredFile]:
    """Files that nothing names a day after they came: replaced, or a form given up."""
    rows = StoredFile.objects.filter(created_at__lt=now - UNUSED_KEPT)
    for use in file_uses:
        rows = rows.exclude(pk__in=use.used())
    return rows


def erase_unused(now: datetime) -> int:
    count = 0
    for row in unused(now).iterator():
        storage, name = row.file.storage, row.file.name
        row.delete()
        storage.delete(name)
        count += 1
    return count
