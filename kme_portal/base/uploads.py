"""What people upload, judged by its content: pictures are encoded anew, documents are PDF.

    class LogoForm(KernFormMixin, forms.Form):
        logo = PictureField(label=_("Logo"), longest=800, required=False)

    stored = store(form.cleaned_data["logo"], alt=form.cleaned_data["alt"])

Nothing of the upload survives but what is seen: no name, no metadata, no profile, no second
frame, nothing behind the end of the picture. Pillow is imported where a picture is read: most web
processes never read one.
"""

import logging
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _

from kme_portal.base.models import StoredFile

if TYPE_CHECKING:
    from PIL import Image

logger = logging.getLogger(__name__)

MAX_PICTURE_BYTES = 5 * 1024 * 1024
MAX_PICTURE_PIXELS = 40_000_000
# A strip of one pixel's height is no picture, and costs as much as one.
MAX_PICTURE_SIDE = 20_000
MAX_DOCUMENT_BYTES = 10 * 1024 * 1024
FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
ACCEPTED = "image/png,image/jpeg,image/webp,image/gif"
# Where a PDF may begin and end, as readers have it.
PDF_HEAD, PDF_TAIL = 1024, 2048


@dataclass(frozen=True)
class Checked:
    """A file that may be kept, as it will be kept."""

    content: bytes
    content_type: str
    width: int | None = None
    height: int | None = None


def read_picture(content: bytes, *, longest: int) -> Checked:
    """The picture as WebP, its longer side at most `longest` pixels, upright, without metadata.

    Of moving pictures the first frame. Raises ValidationError with a sentence for whoever
    chose the file.
    """
    from PIL import Image

    if len(content) > MAX_PICTURE_BYTES:
        raise ValidationError(_("The picture is larger than 5 MB. Please make it smaller."))
    try:
        with Image.open(BytesIO(content), formats=FORMATS) as picture:
            width, height = picture.size
            if width * height > MAX_PICTURE_PIXELS or max(width, height) > MAX_PICTURE_SIDE:
                raise ValidationError(_("The picture has too many pixels. Please make it smaller."))
            return _encoded(picture, longest)
    except ValidationError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise ValidationError(
            _("The picture has too many pixels. Please make it smaller.")
        ) from error
    except Exception as error:
        # Decoders meet hostile bytes with exceptions of all kinds; each means the same here.
        logger.info("a picture was refused", extra={"error": type(error).__name__})
        raise ValidationError(
            _("This file is not a picture that we can read. Please choose PNG, JPEG, WebP or GIF.")
        ) from error


def _encoded(picture: "Image.Image", longest: int) -> Checked:
    from PIL import Image

    # JPEG can be decoded at a fraction of its size, which spares most of the memory.
    picture.draft("RGB", (longest, longest))
    picture.load()
    upright = _upright(picture)
    has_alpha = "A" in upright.getbands() or "transparency" in upright.info
    flat = upright.convert("RGBA" if has_alpha else "RGB")
    flat.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    # A copy of the pixels alone: what the file said about itself stays behind.
    bare = Image.frombytes(flat.mode, flat.size, flat.tobytes())
    out = BytesIO()
    bare.save(out, "WEBP", quality=88, method=4)
    return Checked(out.getvalue(), "image/webp", *bare.size)


def _upright(picture: "Image.Image") -> "Image.Image":
    """Turned as its metadata say; as it lies where they are broken."""
    from PIL import ImageOps

    try:
        return ImageOps.exif_transpose(picture)
    except Exception:
        return picture


def read_document(content: bytes) -> Checked:
    """A PDF by its content; its name says nothing. It is only ever sent as a download."""
    if len(content) > MAX_DOCUMENT_BYTES:
        raise ValidationError(_("The file is larger than 10 MB."))
    if b"%PDF-" not in content[:PDF_HEAD] or b"%%EOF" not in content[-PDF_TAIL:]:
        raise ValidationError(_("This file is not a complete PDF. Please choose a PDF."))
    return Checked(content, "application/pdf")


def store(checked: Checked, *, alt: str = "") -> StoredFile:
    """Keep a checked file under a random name; what uses it names the row."""
    row = StoredFile(
        content_type=checked.content_type,
        size=len(checked.content),
        width=checked.width,
        height=checked.height,
        alt=alt,
    )
    row.file.save("", ContentFile(checked.content), save=False)
    row.save()
    return row


class UploadField(forms.FileField):
    """Checks a chosen file; `cleaned_data` holds a `Checked`, or None where nothing was chosen."""

    most_bytes: int

    def check(self, content: bytes) -> Checked:
        raise NotImplementedError

    def to_python(self, data):
        file = super().to_python(data)
        if file is None:
            return None
        # One byte more than is allowed tells that it is too much.
        return self.check(file.read(self.most_bytes + 1))


class PictureField(UploadField):
    """A picture of at most 5 MB and 40 megapixels; its longer side is cut down to `longest`."""

    most_bytes = MAX_PICTURE_BYTES
    default_error_messages = {
        "empty": _("The file is empty."),
    }

    def __init__(self, *, longest: int = 1600, **kwargs):
        self.longest = longest
        kwargs.setdefault("help_text", _("PNG, JPEG, WebP or GIF, at most 5 MB."))
        super().__init__(**kwargs)

    def widget_attrs(self, widget):
        return super().widget_attrs(widget) | {"accept": ACCEPTED}

    def check(self, content):
        return read_picture(content, longest=self.longest)


class DocumentField(UploadField):
    """A PDF of at most 10 MB."""

    most_bytes = MAX_DOCUMENT_BYTES

    def widget_attrs(self, widget):
        return super().widget_attrs(widget) | {"accept": "application/pdf"}

    def check(self, content):
        return read_document(content)
