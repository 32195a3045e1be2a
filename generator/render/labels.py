"""Names on a map: each beside its dot, where it touches no other.

Positions are shares of the picture while names keep their size in CSS pixels, so names are placed
for the narrowest and for a wide screen at once; a name for which only the wide one has room is
hidden on narrow screens, and one that fits nowhere is left to the list beside the map.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

NARROW, ROOMY = 288, 600
"""CSS pixels of the picture on the smallest screen and on a wide one."""
LABEL_HEIGHT = 16
LETTER = 7.3
WIDE_LETTER = 13.5
"""Width in CSS pixels of a letter, and of a full-width one, at the size of the map's names."""
DOT = 5

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

SIDES: tuple[tuple[int, int, str], ...] = (
    (9, 4, "start"),
    (-9, 4, "end"),
    (0, -9, "middle"),
    (0, 18, "middle"),
    (7, -6, "start"),
    (-7, -6, "end"),
    (7, 15, "start"),
    (-7, 15, "end"),
)
"""Where a name may stand beside its dot, the best place first."""
AREA_SIDES: tuple[tuple[int, int, str], ...] = (
    (0, 4, "middle"),
    (0, -9, "middle"),
    (0, 18, "middle"),
    (12, 4, "start"),
    (-12, 4, "end"),
    (0, 34, "middle"),
)


class Label(NamedTuple):
    """A name on the map and where it stands relative to its place."""

    dx: int
    dy: int
    anchor: str
    wide_only: bool


class Named(NamedTuple):
    """A name and the place it belongs to, in shares of the picture."""

    name: str
    x: float
    y: float
    is_area: bool


class _Screen:
    """The picture at one width, with what is taken of it."""

    def __init__(self, width: int, aspect: float, boxes: Iterable[Box]) -> None:
        self.width, self.height = width, width * aspect
        self.taken = [
            (le * self.width, t * self.height, r * self.width, b * self.height)
            for le, t, r, b in boxes
        ]

    def add_dot(self, place: Named) -> None:
        """Take the space of a dot."""
        x, y = place.x * self.width, place.y * self.height
        self.taken.append((x - DOT, y - DOT, x + DOT, y + DOT))

    def box(self, place: Named, side: tuple[int, int, str]) -> Box:
        """Return the box of a name in CSS pixels."""
        dx, dy, anchor = side
        length = text_width(place.name)
        left = (
            place.x * self.width + dx - {"start": 0.0, "middle": length / 2, "end": length}[anchor]
        )
        base = place.y * self.height + dy
        return left, base - LABEL_HEIGHT + 4, left + length, base + 4

    def is_free(self, box: Box) -> bool:
        """Tell whether a box is inside the picture and touches nothing."""
        left, top, right, bottom = box
        if left < 2 or top < 2 or right > self.width - 2 or bottom > self.height - 2:
            return False
        return not any(
            left < r and right > le and top < b and bottom > t for le, t, r, b in self.taken
        )


def place_labels(
    places: Sequence[Named], aspect: float, obstacles: Iterable[Box]
) -> list[Label | None]:
    """Return a free place for each name, on narrow and wide screens, on wide ones, or nowhere."""
    narrow, roomy = (_Screen(width, aspect, obstacles) for width in (NARROW, ROOMY))
    for place in places:
        if not place.is_area:
            narrow.add_dot(place)
            roomy.add_dot(place)
    labels: list[Label | None] = [None] * len(places)
    order = sorted(range(len(places)), key=lambda index: places[index].is_area)
    for screens in ((narrow, roomy), (roomy,)):
        for index in order:
            if labels[index] is None:
                labels[index] = _label(places[index], screens, wide_only=narrow not in screens)
    return labels


def _label(place: Named, screens: Sequence[_Screen], *, wide_only: bool) -> Label | None:
    """Return the first free place beside a dot, and take it."""
    for side in AREA_SIDES if place.is_area else SIDES:
        boxes = [screen.box(place, side) for screen in screens]
        if all(screen.is_free(box) for screen, box in zip(screens, boxes, strict=True)):
            for screen, box in zip(screens, boxes, strict=True):
                screen.taken.append(box)
            return Label(*side, wide_only)
    return None


def text_width(text: str) -> float:
    """Return about how many CSS pixels a name takes."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return wide * WIDE_LETTER + (len(text) - wide) * LETTER
