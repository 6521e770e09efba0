"""Pictures of the demonstration, drawn here so that they are nobody else's: circles and lines."""

from io import BytesIO
from math import cos, pi, sin

from PIL import Image, ImageDraw

Point = tuple[float, float]

# Drawn larger and then made smaller, which smooths the edges.
FINER = 2
WIDTH, HEIGHT = 960, 540
GREEN, DEEP, SAND, SUN, CLAY = "#0b5a52", "#06332f", "#f3ead9", "#f2b94b", "#b5512a"
PEOPLE = ("#f2b94b", "#e0703f", "#8fb8dc", "#5d7fae", "#cf8d8a", "#8ccdb6", "#f7f2e8", "#7d9a4c")


def _turned(middle: Point, radius: float, part: float) -> Point:
    """The point at `part` of a full turn, from the top onwards with the clock."""
    angle = 2 * pi * part - pi / 2
    return middle[0] + radius * cos(angle), middle[1] + radius * sin(angle)


def _disc(pen: ImageDraw.ImageDraw, middle: Point, radius: float, **how) -> None:
    x, y = middle
    pen.ellipse((x - radius, y - radius, x + radius, y + radius), **how)


def _star(pen: ImageDraw.ImageDraw, middle: Point, radius: float, **how) -> None:
    """Two squares, one turned by an eighth."""
    for turn in (0, 1 / 8):
        corners = [_turned(middle, radius, turn + quarter / 4) for quarter in range(4)]
        pen.polygon(corners, **how)


def _sheet(colour: str, width: int = WIDTH, height: int = HEIGHT):
    sheet = Image.new("RGB", (width * FINER, height * FINER), colour)
    return sheet, ImageDraw.Draw(sheet)


def _png(sheet: Image.Image) -> bytes:
    smooth = sheet.resize((sheet.width // FINER, sheet.height // FINER), Image.Resampling.LANCZOS)
    out = BytesIO()
    smooth.save(out, "PNG")
    return out.getvalue()


def table() -> bytes:
    """People around one table, seen from above."""
    sheet, pen = _sheet(GREEN)
    for column in range(-1, 10):
        for row in range(-1, 6):
            middle = (column * 240 + row % 2 * 120, row * 240)
            _star(pen, middle, 105, outline="#12695f", width=3)
    middle = (sheet.width / 2, sheet.height / 2)
    _disc(pen, middle, 480, fill=DEEP)
    for number in range(12):
        _disc(pen, _turned(middle, 385, number / 12), 66, fill=PEOPLE[number % len(PEOPLE)])
        _disc(pen, _turned(middle, 385, number / 12), 34, fill="#3a2418")
    _disc(pen, middle, 290, fill="#e5c795", outline="#c79d5b", width=10)
    _star(pen, middle, 165, outline="#c79d5b", width=6)
    _disc(pen, middle, 62, fill=GREEN)
    _disc(pen, middle, 30, fill=SUN)
    return _png(sheet)


def hall() -> bytes:
    """Rows of seats in half circles before a stage."""
    sheet, pen = _sheet(SAND)
    middle = (sheet.width / 2, sheet.height + 60)
    pen.pieslice(
        (middle[0] - 250, middle[1] - 250, middle[0] + 250, middle[1] + 250), 180, 360, fill=GREEN
    )
    _star(pen, (middle[0], middle[1] - 130), 70, fill=SUN)
    for row in range(6):
        seats = 11 + 3 * row
        for number in range(seats):
            part = -0.23 + 0.46 * number / (seats - 1)
            colour = PEOPLE[(number * 5 + row * 3) % len(PEOPLE)]
            place = _turned(middle, 360 + 125 * row, part)
            _disc(pen, place, 40, fill=CLAY if colour == "#f7f2e8" else colour)
    return _png(sheet)


def steps() -> bytes:
    """Stairs under a sun: a plan that grows."""
    sheet, pen = _sheet("#dcebe7")
    _disc(pen, (1500, 300), 170, fill=SUN)
    for number, colour in enumerate(("#8ccdb6", "#4f9c8b", "#1f786c", GREEN, DEEP)):
        left = 130 + number * 340
        top = 860 - number * 145
        pen.rectangle((left, top, left + 340, sheet.height), fill=colour)
        _star(pen, (left + 170, top + 110), 62, fill=SAND)
    return _png(sheet)


def rosette() -> bytes:
    """The sign of an invented association: leaves that turn."""
    sheet, pen = _sheet("#fbf7ef", 360, 360)
    middle = (360, 360)
    for number in range(12):
        leaf = [
            _turned(middle, 95, number / 12),
            _turned(middle, 215, number / 12 + 0.05),
            _turned(middle, 320, number / 12 + 0.03),
            _turned(middle, 215, number / 12 - 0.02),
        ]
        pen.polygon(leaf, fill=(CLAY, SUN, GREEN)[number % 3])
    _disc(pen, middle, 70, fill=DEEP)
    _star(pen, middle, 44, fill=SUN)
    return _png(sheet)
