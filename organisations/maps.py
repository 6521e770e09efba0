"""The map of North Rhine-Westphalia by district: outlines from data, drawn as SVG."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

TOPOLOGY = Path(__file__).resolve().parent / "data" / "nrw_districts.topojson"
WIDTH = 1000
ATTRIBUTION = "© GeoBasis-DE / BKG 2017 (Daten verändert)"


@dataclass(frozen=True)
class Outline:
    """A district's border as the `d` of an SVG path."""

    ags: str
    path: str


@lru_cache(maxsize=1)
def outlines() -> tuple[tuple[Outline, ...], int]:
    """The 53 districts in a field of `WIDTH` by the height returned."""
    topology = json.loads(TOPOLOGY.read_text(encoding="utf-8"))
    arcs = [absolute(arc, topology["transform"]) for arc in topology["arcs"]]
    xs = [x for arc in arcs for x, _y in arc]
    ys = [y for arc in arcs for _x, y in arc]
    left, top, scale = min(xs), max(ys), WIDTH / (max(xs) - min(xs))

    def ring(indices) -> str:
        points: list[tuple[float, float]] = []
        for index in indices:
            # A negative index means the arc from its end (its complement names it).
            arc = arcs[index] if index >= 0 else arcs[~index][::-1]
            points += arc if not points else arc[1:]
        steps = (f"{(x - left) * scale:.0f} {(top - y) * scale:.0f}" for x, y in points[:-1])
        return f"M{'L'.join(steps)}Z"

    found = []
    for shape in next(iter(topology["objects"].values()))["geometries"]:
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        path = "".join(ring(indices) for polygon in polygons for indices in polygon)
        found.append(Outline(shape["properties"]["AGS"], path))
    return tuple(found), round((max(ys) - min(ys)) * scale)


def absolute(arc, transform) -> list[tuple[float, float]]:
    """Points of an arc, whose steps are stored as differences on a grid."""
    (scale_x, scale_y), (shift_x, shift_y) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        points.append((x * scale_x + shift_x, y * scale_y + shift_y))
    return points


def shade(count: int, highest: int) -> int:
    """0 for none, 1 to 4 by quarters of the highest count."""
    return 0 if not count else min(4, 1 + count * 4 // (highest + 1))
