"""Pictures and stored files from nothing."""

from io import BytesIO

from PIL import Image

from kme_portal.base.models import StoredFile
from kme_portal.base.uploads import read_picture, store


def picture_bytes(kind: str = "PNG", *, size=(120, 80), mode: str = "RGB", **options) -> bytes:
    """A plain picture in one of Pillow's formats, with options of its writer (`exif=…`)."""
    out = BytesIO()
    color = {"RGB": (11, 88, 80), "RGBA": (11, 88, 80, 128)}.get(mode, 1)
    Image.new(mode, size, color).save(out, kind, **options)
    return out.getvalue()


def make_picture(*, alt: str = "Ein Zeichen", **given) -> StoredFile:
    return store(read_picture(picture_bytes(**given), longest=800), alt=alt)
