"""Places -> a locator map: what it frames, where dots and names stand so that none collide.

Land is drawn without borders: a border is an editorial claim.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from .labels import Box, Label, Named, place_labels
from .land import Frame, draw_land
from .site_views import EntityPlace, EntityView
from .views import PlaceView

WIDTH, HEIGHT = 600, 430
WIDE_WIDTH, WIDE_HEIGHT = 1000, 440
MARGIN = 0.22
"""Empty share of the frame around the outermost places."""
SMALLEST = 7.0
"""Degrees of latitude of the smallest frame: less often shows neither coast nor neighbours."""
ZOOM, STEPS = 1.25, 5
"""Frames grow by this factor and move by this part of their height: so maps of one region share
their land, which takes longest to draw."""
INSET_BELOW = 30.0
"""Frames less wide than this (in degrees of latitude) get an inset that says where they are."""
INSET_SPAN = 80.0
INSET_SHARE = 0.24
INSET_MARGIN = 0.04
KM_PER_DEGREE = 111.2
AREAS = frozenset(["country", "region", "body-of-water"])
"""Kinds that are too large for a dot: their name alone stands at their middle."""


class Spot(NamedTuple):
    """A place that may be drawn."""

    name: str
    lat: float
    lon: float
    is_area: bool


class Mark(NamedTuple):
    """A place on the map; `x` and `y` are per cent of width and height."""

    name: str
    x: float
    y: float
    is_area: bool
    label: Label | None


class Inset(NamedTuple):
    """A small map of the surroundings, in per cent of the picture, with the frame's outline."""

    x: float
    y: float
    width: float
    height: float
    land: str
    box: Box
    """Left, top, width and height of the frame's outline in the inset's own pixels."""


class Map(NamedTuple):
    """A drawn map."""

    width: int
    height: int
    land: str
    marks: tuple[Mark, ...]
    inset: Inset | None
    scale_km: int | None
    scale_width: float
    """Per cent of the width."""


INSET_PIXELS = (120, 86)
"""About what an inset has on a screen: more would only be bytes."""


def spots_of(places: Iterable[PlaceView | EntityPlace | EntityView]) -> tuple[Spot, ...]:
    """Return the places whose coordinates are known, each name once."""
    spots: dict[str, Spot] = {}
    for place in places:
        if place.lat is None or place.lon is None:
            continue
        if isinstance(place, PlaceView):
            name, kind = place.name.name, place.kind
        else:
            name, kind = place.ref.name, place.place_kind
        spots.setdefault(name, Spot(name, place.lat, place.lon, kind in AREAS))
    return tuple(spots.values())


def draw_map(spots: Sequence[Spot], *, wide: bool = False) -> Map | None:
    """Return a map framed on some places; none where no place is known."""
    if not spots:
        return None
    width, height = (WIDE_WIDTH, WIDE_HEIGHT) if wide else (WIDTH, HEIGHT)
    points = [spot for spot in spots if not spot.is_area] or list(spots)
    frame = frame_on(points, width / height)
    inside = [spot for spot in spots if _is_inside(frame.place(spot.lat, spot.lon))]
    positions = [frame.place(spot.lat, spot.lon) for spot in inside]
    inset = _inset(frame, [] if wide else positions) if not wide else None
    named = [
        Named(spot.name, *position, spot.is_area)
        for spot, position in zip(inside, positions, strict=True)
    ]
    labels = place_labels(named, height / width, _obstacles(inset))
    kilometres = _round_length(frame.width * KM_PER_DEGREE / 4)
    scale = kilometres / KM_PER_DEGREE / frame.width * 100
    return Map(
        width=width,
        height=height,
        land=draw_land(frame, width, height),
        marks=tuple(
            Mark(spot.name, round(x * 100, 1), round(y * 100, 1), spot.is_area, label)
            for spot, (x, y), label in zip(inside, positions, labels, strict=True)
        ),
        inset=inset,
        scale_km=kilometres if frame.width < 2 * INSET_SPAN else None,
        scale_width=round(scale, 1),
    )


def draw_wide_map(spots: Sequence[Spot]) -> Map | None:
    """Return a map as broad as a page, framed on some places."""
    return draw_map(spots, wide=True)


def frame_on(spots: Sequence[Spot], aspect: float) -> Frame:
    """Return a frame of some proportions with all places inside and air around them."""
    west, east = _span_of_longitudes([spot.lon for spot in spots])
    south, north = min(spot.lat for spot in spots), max(spot.lat for spot in spots)
    middle_lat, middle_lon = (south + north) / 2, (west + east) / 2
    squeeze = max(0.2, math.cos(math.radians(middle_lat)))
    height = max(north - south, (east - west) * squeeze / aspect) / (1 - 2 * MARGIN)
    height = SMALLEST * ZOOM ** math.ceil(math.log(max(height, SMALLEST) / SMALLEST, ZOOM) - 1e-9)
    step = height / STEPS
    middle_lat, middle_lon = round(middle_lat / step) * step, round(middle_lon / step) * step
    squeeze = max(0.2, math.cos(math.radians(middle_lat)))
    height = min(height, 180.0, 360.0 * squeeze / aspect)
    width = height * aspect / squeeze
    middle_lat = min(max(middle_lat, height / 2 - 90), 90 - height / 2)
    return Frame(
        west=round(middle_lon - width / 2, 2),
        south=round(middle_lat - height / 2, 2),
        east=round(middle_lon + width / 2, 2),
        north=round(middle_lat + height / 2, 2),
        squeeze=round(squeeze, 4),
    )


def _span_of_longitudes(longitudes: Sequence[float]) -> tuple[float, float]:
    """Return the shortest stretch that holds all longitudes, across the date line if need be."""
    ordered = sorted({(lon + 180) % 360 - 180 for lon in longitudes})
    gaps = [after - before for before, after in pairwise(ordered)]
    gaps.append(ordered[0] + 360 - ordered[-1])
    widest = max(range(len(gaps)), key=gaps.__getitem__)
    if widest == len(gaps) - 1:
        return ordered[0], ordered[-1]
    return ordered[widest + 1], ordered[widest] + 360


def _is_inside(position: tuple[float, float]) -> bool:
    """Tell whether a position is in the picture."""
    return all(0.01 < value < 0.99 for value in position)


def _round_length(kilometres: float) -> int:
    """Return the largest round number of kilometres that is not longer."""
    size = 10 ** math.floor(math.log10(max(1.0, kilometres)))
    return int(max(step * size for step in (1, 2, 5) if step * size <= max(1.0, kilometres)))


def _inset(frame: Frame, positions: Sequence[tuple[float, float]]) -> Inset | None:
    """Return an inset in a corner without places, where the frame is small."""
    if frame.width >= INSET_BELOW:
        return None
    share, far = INSET_SHARE, 1 - INSET_SHARE
    free = (
        corner
        for corner in ((far, 0.0), (0.0, 0.0), (far, far))
        if not any(_is_near(corner, position) for position in positions)
    )
    x, y = next(free, (None, None))
    if x is None or y is None:
        return None
    around = _around(frame)
    width, height = INSET_PIXELS
    left, top = around.place(frame.north, frame.west)
    right, bottom = around.place(frame.south, frame.east)
    box = (left * width, top * height, (right - left) * width, (bottom - top) * height)
    return Inset(
        x=round(x * 100, 1),
        y=round(y * 100, 1),
        width=share * 100,
        height=share * 100,
        land=draw_land(around, width, height),
        box=(round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1)),
    )


def _is_near(corner: tuple[float, float], position: tuple[float, float]) -> bool:
    """Tell whether a place would lie under an inset or at its edge."""
    margin = INSET_SHARE / 2 + INSET_MARGIN
    return all(
        abs(edge + INSET_SHARE / 2 - place) < margin
        for edge, place in zip(corner, position, strict=True)
    )


def _around(frame: Frame) -> Frame:
    """Return a frame of the wider surroundings, snapped so that neighbours share one drawing."""
    lat = round((frame.north + frame.south) / 20) * 10
    lon = round((frame.east + frame.west) / 20) * 10
    squeeze = max(0.35, math.cos(math.radians(lat)))
    height = INSET_SPAN * INSET_PIXELS[1] / INSET_PIXELS[0]
    lat = min(max(lat, int(height / 2) - 90), 90 - int(height / 2))
    half = INSET_SPAN / squeeze / 2
    return Frame(lon - half, lat - height / 2, lon + half, lat + height / 2, squeeze)


def _obstacles(inset: Inset | None) -> list[Box]:
    """Return what names must not cover, as shares of the picture: the scale and the inset."""
    taken: list[Box] = [(0.0, 0.86, 0.34, 1.0)]
    if inset:
        x, y = inset.x / 100, inset.y / 100
        taken.append((x, y, x + inset.width / 100, y + inset.height / 100))
    return taken
