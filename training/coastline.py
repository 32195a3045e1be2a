"""Make the land outlines that maps are drawn from, out of Natural Earth's 1:50m land.

Unpack the npm package `world-atlas` version 2 and run

    python training/coastline.py package/land-50m.json generator/render/land.bin

Natural Earth is in the public domain; world-atlas (ISC licence) brings it as TopoJSON. Only land is
taken: a border is an editorial claim. The result holds the outlines at four levels of detail, as
`generator/render/land.py` describes and reads them.
"""

from __future__ import annotations

import json
import struct
import sys
import zlib
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

Point = tuple[float, float]

TOLERANCES = (0.02, 0.1, 0.35, 1.2)
"""Degrees by which the outlines of each level may be off."""
PER_DEGREE = 100
HEAD = 5
"""Numbers that are kept of each ring before its points."""


def read_rings(topology: dict) -> list[list[Point]]:
    """Return every ring of a TopoJSON file's land."""
    scale, move = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = [_absolute(arc, scale, move) for arc in topology["arcs"]]
    polygons = [p for g in topology["objects"]["land"]["geometries"] for p in g["arcs"]]
    return [_unwrapped(_joined(ring, arcs)) for polygon in polygons for ring in polygon]


def _absolute(
    arc: Iterable[Sequence[int]], scale: Sequence[float], move: Sequence[float]
) -> list[Point]:
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * scale[0] + move[0], y * scale[1] + move[1]))
    return points


def _joined(indices: Iterable[int], arcs: Sequence[list[Point]]) -> list[Point]:
    ring: list[Point] = []
    for index in indices:
        points = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += points[1:] if ring else points
    return ring


def _unwrapped(ring: list[Point]) -> list[Point]:
    """Let a ring run on past the date line; one around a pole is closed along the map's edge."""
    points = ring[:1]
    turn = 0.0
    for before, (x, y) in pairwise(ring):
        turn += -360.0 if x - before[0] > 180 else 360.0 if x - before[0] < -180 else 0.0
        points.append((x + turn, y))
    if turn:
        edge = -90.0 if points[0][1] < 0 else 90.0
        points += [(points[-1][0], edge), (points[0][0], edge), points[0]]
    return points


def simplify(points: Sequence[Point], tolerance: float) -> list[Point]:
    """Drop points that lie nearer than the tolerance to the line without them."""
    keep = {0, len(points) - 1}
    # A ring starts where it ends: the farthest point splits it into two real lines.
    far = max(range(len(points)), key=lambda i: _distance2(points[i], points[0]))
    stack = [(0, far), (far, len(points) - 1)]
    keep.add(far)
    while stack:
        first, last = stack.pop()
        index, worst = first, 0.0
        for i in range(first + 1, last):
            off = _off_line(points[i], points[first], points[last])
            if off > worst:
                index, worst = i, off
        if worst > tolerance:
            keep.add(index)
            stack += [(first, index), (index, last)]
    return [points[i] for i in sorted(keep)]


def _distance2(a: Point, b: Point) -> float:
    return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2


def _off_line(p: Point, a: Point, b: Point) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length2 = dx * dx + dy * dy
    if not length2:
        return _distance2(p, a) ** 0.5
    t = max(0.0, min(1.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length2))
    return _distance2(p, (a[0] + t * dx, a[1] + t * dy)) ** 0.5


def encode(rings: Iterable[Sequence[Point]]) -> bytes:
    """Return rings in hundredths of a degree: what is known of each, and then all their points."""
    heads: list[int] = []
    found: list[int] = []
    for ring in rings:
        rounded = [(round(x * PER_DEGREE), round(y * PER_DEGREE)) for x, y in ring]
        points = [p for i, p in enumerate(rounded) if i == 0 or p != rounded[i - 1]]
        if len(points) > 3:
            xs, ys = zip(*points, strict=True)
            heads += len(points), min(xs), min(ys), max(xs), max(ys)
            found += *_differences(xs), *_differences(ys)
    numbers = [len(heads) // HEAD, *heads, *found]
    return struct.pack(f"<{len(numbers)}i", *numbers)


def _differences(numbers: Sequence[int]) -> list[int]:
    """Return the first of some numbers, and how much each is more than the one before."""
    return [numbers[0], *(b - a for a, b in pairwise(numbers))]


def main(source: str, target: str) -> None:
    rings = read_rings(json.loads(Path(source).read_text("utf-8")))
    levels = [zlib.compress(encode(simplify(r, t) for r in rings), 9) for t in TOLERANCES]
    header = b"".join(len(level).to_bytes(4, "big") for level in levels)
    Path(target).write_bytes(header + b"".join(levels))
    print([len(level) for level in levels])


if __name__ == "__main__":
    main(*sys.argv[1:])
