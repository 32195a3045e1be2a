"""Land outlines, clipped to a frame and drawn as the path of an SVG.

`land.bin` is made by `training/coastline.py` from Natural Earth 1:50m land (public domain). It
starts with the lengths of its four levels of detail (four bytes each, big end first). A level,
inflated, is whole numbers of four bytes, little end first: how many rings there are; of each its
number of points, west, south, east and north; and then of each its longitudes and its latitudes, of
both the first and then the differences between neighbours, in hundredths of a degree. A ring may
run on past the date line.
"""

from __future__ import annotations

import struct
import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""West, south, east and north."""

WORLD: Box = (-380.0, -90.0, 180.0, 90.0)
"""All outlines; some run on past the date line."""

LAND = Path(__file__).with_name("land.bin")
TOLERANCES = (0.02, 0.1, 0.35, 1.2)
"""Degrees by which the outlines of each level may be off, as `training/coastline.py` made them."""
PER_DEGREE = 100
HEAD = 5
"""Numbers that are kept of each ring before its points."""
CHUNK = 32
"""Points of a ring that are passed over at once when all lie off the same side of a frame."""
SPECK = 3.0
"""Rings that would cover fewer square pixels are left out."""
STEP = 2
"""Pixels, down and across together, of the shortest step of an outline: shorter ones cannot be told
from straight lines, and were a third of the bytes of a small map."""


class Frame(NamedTuple):
    """What a map shows, in degrees; `squeeze` narrows degrees of longitude to true proportions."""

    west: float
    south: float
    east: float
    north: float
    squeeze: float

    @property
    def width(self) -> float:
        """Width in degrees of latitude."""
        return (self.east - self.west) * self.squeeze

    @property
    def height(self) -> float:
        """Height in degrees of latitude."""
        return self.north - self.south

    def place(self, lat: float, lon: float) -> Point:
        """Return where a place is, as fractions of width and height."""
        lon = lon + 360 if lon < self.west else lon - 360 if lon > self.east else lon
        return (lon - self.west) / (self.east - self.west), (self.north - lat) / self.height


@dataclass(frozen=True)
class _Ring:
    """An outline, of which most maps show nothing."""

    box: Box
    """Its bounds."""
    xs: Sequence[int]
    """Its first longitude, and then the differences between neighbours."""
    ys: Sequence[int]
    """The same of latitudes."""

    @cached_property
    def chunks(self) -> Sequence[tuple[Box, Sequence[Point]]]:
        """Its points in chunks, each with its bounds."""
        xs, ys = list(accumulate(self.xs)), list(accumulate(self.ys))
        parts = (slice(at, at + CHUNK) for at in range(0, len(xs), CHUNK))
        return [_chunk(xs[part], ys[part]) for part in parts]


def _chunk(xs: Sequence[int], ys: Sequence[int]) -> tuple[Box, Sequence[Point]]:
    points = [(x / PER_DEGREE, y / PER_DEGREE) for x, y in zip(xs, ys, strict=True)]
    return _degrees((min(xs), min(ys), max(xs), max(ys))), points


def _degrees(bounds: Iterable[int]) -> Box:
    """Return bounds in degrees."""
    west, south, east, north = (bound / PER_DEGREE for bound in bounds)
    return west, south, east, north


@lru_cache(maxsize=len(TOLERANCES))
def _rings(level: int) -> tuple[_Ring, ...]:
    """Read the outlines of one level of detail."""
    raw = LAND.read_bytes()
    sizes = struct.unpack_from(f">{len(TOLERANCES)}I", raw)
    start = 4 * len(TOLERANCES) + sum(sizes[:level])
    numbers = array("i", zlib.decompress(raw[start : start + sizes[level]]))
    if sys.byteorder == "big":
        numbers.byteswap()
    heads = 1 + numbers[0] * HEAD
    return tuple(_read_rings(numbers[1:heads], numbers[heads:]))


def _read_rings(heads: Sequence[int], points: Sequence[int]) -> Iterator[_Ring]:
    """Yield the rings of a level from what is said of each, and from all their points."""
    start = 0
    for at in range(0, len(heads), HEAD):
        length, *bounds = heads[at : at + HEAD]
        middle, end = start + length, start + 2 * length
        yield _Ring(_degrees(bounds), points[start:middle], points[middle:end])
        start = end


@lru_cache(maxsize=512)
def draw_land(frame: Frame, width: int, height: int) -> str:
    """Return the land inside a frame as SVG path commands for a picture of so many pixels."""
    level = _level((frame.east - frame.west) / width)
    margin = (frame.east - frame.west) * 0.02
    box = (frame.west - margin, frame.south - margin, frame.east + margin, frame.north + margin)
    paths = []
    scale = width / (frame.east - frame.west), height / frame.height
    for turn in (-360.0, 0.0, 360.0):
        shifted = (box[0] - turn, box[1], box[2] - turn, box[3])
        for ring in _rings(level) if _touch(WORLD, shifted) else ():
            if not _touch(ring.box, shifted) or _is_speck(ring.box, scale):
                continue
            points = _clip(ring, shifted)
            pixels = _pixels([(x + turn, y) for x, y in points], frame, width, height)
            if len(pixels) > 2 and _area(pixels) >= SPECK:
                paths.append(_path(pixels))
    return "".join(paths)


def _level(degrees_per_pixel: float) -> int:
    """Return the coarsest level that is still true to a pixel."""
    return max((i for i, t in enumerate(TOLERANCES) if t <= degrees_per_pixel), default=0)


def _touch(one: Box, other: Box) -> bool:
    """Tell whether two boxes have anything in common."""
    return one[2] >= other[0] and one[0] <= other[2] and one[3] >= other[1] and one[1] <= other[3]


def _is_speck(box: Box, scale: tuple[float, float]) -> bool:
    """Tell whether what lies in a box would cover too few pixels whatever its outline."""
    return (box[2] - box[0]) * scale[0] * (box[3] - box[1]) * scale[1] < SPECK


def _clip(ring: _Ring, box: Box) -> list[Point]:
    """Return the part of a ring inside a box, closed along the box's edges."""
    west, south, east, north = box
    points: list[Point] = []
    for bounds, chunk in ring.chunks:
        points += chunk if _touch(bounds, box) else (chunk[0], chunk[-1])
    points = _cut(points, [x - west for x, _ in points], 0, west)
    points = _cut(points, [east - x for x, _ in points], 0, east)
    points = _cut(points, [y - south for _, y in points], 1, south)
    return _cut(points, [north - y for _, y in points], 1, north)


def _cut(points: list[Point], inside: list[float], axis: int, edge: float) -> list[Point]:
    """Return a polygon cut off at one edge (Sutherland and Hodgman's way).

    `inside` is how far each point lies on the right side of the edge.
    """
    if not points or min(inside) >= 0:
        return points
    kept: list[Point] = []
    before, was = points[-1], inside[-1]
    for point, now in zip(points, inside, strict=True):
        if (now < 0) != (was < 0):
            share = was / (was - now)
            crossing = before[1 - axis] + share * (point[1 - axis] - before[1 - axis])
            kept.append((edge, crossing) if axis == 0 else (crossing, edge))
        if now >= 0:
            kept.append(point)
        before, was = point, now
    return kept


def _pixels(points: list[Point], frame: Frame, width: int, height: int) -> list[tuple[int, int]]:
    """Return points as whole pixels without short steps and without points on a straight line."""
    across, down = width / (frame.east - frame.west), height / frame.height
    west, north = frame.west, frame.north
    pixels: list[tuple[int, int]] = []
    last_x = last_y = step_x = step_y = 0
    for lon, lat in points:
        x, y = round((lon - west) * across), round((north - lat) * down)
        dx, dy = x - last_x, y - last_y
        if pixels and abs(dx) + abs(dy) < STEP:
            continue
        if len(pixels) > 1 and step_x * dy == step_y * dx and step_x * dx + step_y * dy > 0:
            pixels[-1] = (x, y)
            step_x, step_y = step_x + dx, step_y + dy
        else:
            pixels.append((x, y))
            step_x, step_y = dx, dy
        last_x, last_y = x, y
    return pixels


def _area(pixels: list[tuple[int, int]]) -> float:
    """Return the area of a polygon."""
    pairs = zip(pixels, pixels[1:] + pixels[:1], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def _path(pixels: list[tuple[int, int]]) -> str:
    """Return a polygon as path commands: one place, then steps."""
    (x, y), *rest = pixels
    steps = [f"M{x} {y}l"]
    for px, py in rest:
        steps.append(f"{px - x} {py - y}" if len(steps) == 1 else f" {px - x} {py - y}")
        x, y = px, py
    return "".join(steps).replace(" -", "-") + "z"
