"""Hostile and broken files: only what is seen survives, and nothing else is taken in."""

import struct
import zlib
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, TiffImagePlugin

from kme_portal.base import uploads
from kme_portal.base.uploads import (
    DocumentField,
    PictureField,
    read_document,
    read_picture,
)
from tests.factories.files import picture_bytes

SCRIPT = b"<script>alert(1)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int, height: int, *more: bytes, rows: bytes = b"") -> bytes:
    """A PNG written by hand, whose head may promise what its body does not hold."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + b"".join(more)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def pixels(side: int) -> bytes:
    return (b"\0" + b"\x0b\x58\x50" * side) * side


def with_place_and_maker() -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "Canary Kamera"
    exif[0x8825] = {1: "N", 2: (51.0, 13.0, 30.0), 3: "E", 4: (6.0, 46.0, 0.0)}
    return picture_bytes("JPEG", exif=exif)


def moving(kind: str) -> bytes:
    out = BytesIO()
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("red", "blue", "green")]
    frames[0].save(out, kind, save_all=True, append_images=frames[1:], duration=50)
    return out.getvalue()


REFUSED = {
    "a drawing with a script": SVG,
    "a drawing behind a declaration": b'<?xml version="1.0"?>' + SVG,
    "a page": b"<!doctype html><html>" + SCRIPT,
    "a script": b"#!/bin/sh\nrm -rf /\n",
    "nothing but a signature": b"\x89PNG\r\n\x1a\n",
    "a PDF": b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF",
    "an archive": b"PK\x03\x04" + b"\0" * 60,
    "a cut picture": picture_bytes("JPEG", size=(400, 300))[:1500],
    "a cut PNG": png(64, 64, rows=pixels(64))[:60],
    "a PNG that promises fifty thousand pixels a side": png(50_000, 50_000, rows=b"\0"),
    "a PNG that promises more than the limit": png(8_000, 6_000, rows=b"\0"),
    "a strip": png(30_000, 1, rows=b"\0"),
    "no width": png(0, 10, rows=b"\0"),
    "words that unpack to a flood": png(
        8, 8, chunk(b"zTXt", b"k\0\0" + zlib.compress(b"x" * 80_000_000)), rows=pixels(8)
    ),
    "a format nobody asked for": picture_bytes("TIFF"),
    "a print file": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(%pipe%id) run\n",
    "noise": bytes(range(256)) * 40,
}


@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_sound_picture_is_refused_with_a_sentence(content):
    with pytest.raises(ValidationError) as refused:
        read_picture(content, longest=800)

    assert "Bild" in refused.value.messages[0]


def test_a_picture_of_more_than_five_megabytes_is_refused_without_being_opened(monkeypatch):
    monkeypatch.setattr(Image, "open", None)

    with pytest.raises(ValidationError, match="größer als 5"):
        read_picture(b"\x89PNG" + b"\0" * uploads.MAX_PICTURE_BYTES, longest=800)


SURVIVING = {
    "a page behind a picture": (picture_bytes("GIF") + SCRIPT, b"<script"),
    "a page in a comment": (picture_bytes("GIF", comment=SCRIPT), b"<script"),
    "a page in a comment of a photo": (picture_bytes("JPEG", comment=SCRIPT), b"<script"),
    "an archive behind a picture": (picture_bytes() + b"PK\x03\x04canary", b"canary"),
    "a page in a chunk of words": (
        png(8, 8, chunk(b"tEXt", b"Comment\0" + SCRIPT), rows=pixels(8)),
        b"<script",
    ),
    "a broken colour profile": (
        png(8, 8, chunk(b"iCCP", b"canary\0\0" + zlib.compress(b"garbage")), rows=pixels(8)),
        b"canary",
    ),
    "a photo with place and maker": (with_place_and_maker(), b"Canary"),
    "a photo with an unreadable profile": (
        picture_bytes("JPEG", icc_profile=b"canary" * 400),
        b"canary",
    ),
    "broken metadata": (
        picture_bytes("JPEG", exif=b"Exif\0\0MM\0*\0\0\0\x08\xff\xffcanary"),
        b"canary",
    ),
}


@pytest.mark.filterwarnings("ignore:.*EXIF.*:UserWarning")
@pytest.mark.parametrize(("content", "canary"), SURVIVING.values(), ids=SURVIVING.keys())
def test_of_a_picture_only_what_is_seen_survives(content, canary):
    kept = read_picture(content, longest=800)

    assert canary.lower() in content.lower()
    assert canary.lower() not in kept.content.lower()
    with Image.open(BytesIO(kept.content)) as again:
        assert again.format == "WEBP"
        assert not again.getexif()
        assert not {"icc_profile", "comment", "xmp"} & set(again.info)


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP"])
def test_of_moving_pictures_the_first_frame_is_kept(kind):
    kept = read_picture(moving(kind), longest=800)

    with Image.open(BytesIO(kept.content)) as again:
        assert getattr(again, "n_frames", 1) == 1
        red, green, blue = again.convert("RGB").getpixel((5, 5))
        assert red > 200 > green + blue


def test_a_photo_stands_upright_as_its_metadata_say():
    exif = Image.Exif()
    exif[TiffImagePlugin.IMAGEWIDTH] = 60
    exif[0x0112] = 6

    kept = read_picture(picture_bytes("JPEG", size=(60, 20), exif=exif), longest=800)

    assert (kept.width, kept.height) == (20, 60)


def test_a_large_photo_is_made_small_and_keeps_its_shape():
    kept = read_picture(picture_bytes("JPEG", size=(3000, 1500)), longest=800)

    assert (kept.width, kept.height) == (800, 400)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_all_kinds_of_colour_are_taken(mode):
    assert read_picture(picture_bytes(mode=mode), longest=800).content


def test_glass_stays_glass():
    with Image.open(BytesIO(read_picture(picture_bytes(mode="RGBA"), longest=80).content)) as again:
        assert again.mode == "RGBA"


NAMES = ["logo.svg", "../../etc/passwd", "logo.php.png", "logo.png\0.html", "a" * 90 + ".html"]


@pytest.mark.parametrize("name", NAMES)
def test_the_name_of_a_file_says_nothing(name):
    file = SimpleUploadedFile(name, picture_bytes(), content_type="text/html")

    assert PictureField().clean(file).content_type == "image/webp"


def test_a_drawing_that_calls_itself_a_picture_is_refused():
    file = SimpleUploadedFile("logo.png", SVG, content_type="image/png")

    with pytest.raises(ValidationError):
        PictureField().clean(file)


def test_an_empty_file_is_refused_and_no_file_is_none():
    with pytest.raises(ValidationError, match="leer"):
        PictureField().clean(SimpleUploadedFile("logo.png", b""))
    assert PictureField(required=False).clean(None) is None


def test_a_whole_pdf_is_taken_and_nothing_else():
    whole = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\nstartxref\n0\n%%EOF\n"

    assert DocumentField().clean(SimpleUploadedFile("a.exe", whole)).content == whole
    for content in (whole[:30], b"x" * 2000 + whole, SVG, b"MZ" + whole[5:]):
        with pytest.raises(ValidationError):
            read_document(content)
    with pytest.raises(ValidationError, match="größer als 10"):
        read_document(whole + b"\0" * uploads.MAX_DOCUMENT_BYTES)
