"""Files beside events, for whoever may see both: served at the portal's one door to files."""

from mimetypes import guess_type
from typing import Any

from django.utils.text import slugify

from events.models import Event, EventDocument
from events.readers import visible_to
from kme_portal.base.files import Opened, file_sources


def open_document(public_id: str, user: Any) -> Opened | None:
    document = (
        EventDocument.objects.select_related("event")
        .filter(
            event__in=Event.objects.visible_to(user),
            visibility__in=visible_to(user),
            public_id=public_id,
        )
        .first()
    )
    if document is None:
        return None
    suffix = document.file.name.rsplit(".", 1)[-1]
    return Opened(
        document.file,
        guess_type(document.file.name)[0] or "application/octet-stream",
        download_name=f"{slugify(document.title) or 'dokument'}.{suffix}",
    )


file_sources.register("events.documents", open_document)
