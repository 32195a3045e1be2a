from __future__ import annotations

import math
import random

import pytest

from generator.render.labels import Named, place_labels, text_width
from generator.render.land import Frame, draw_land
from generator.render.maps import Spot, draw_map, frame_on
from generator.render.timeline import draw_timeline
from generator.render.views import BriefingRef, Day, WhenView

REF = BriefingRef("t", "briefings/t/", "draft", None)


def _when(iso: str, basis: str = "stated", label: str = "It happens") -> WhenView:
    day = Day(iso, iso, iso, "/" not in iso and len(iso) == 10)
    return WhenView("t1", "machine", (), REF, iso, day, basis, label, None)


def _box(name: str, x: float, y: float, side: tuple[int, int, str]) -> tuple[float, ...]:
    dx, dy, anchor = side
    length = text_width(name)
    left = x + dx - {"start": 0, "middle": length / 2, "end": length}[anchor]
    return left, y + dy - 12, left + length, y + dy + 4


@pytest.mark.parametrize("seed", range(20))
def test_names_on_a_map_never_collide(seed: int) -> None:
    chance = random.Random(seed)
    places = [
        Named("x" * chance.randint(3, 16), chance.random(), chance.random(), chance.random() < 0.3)
        for _ in range(14)
    ]
    labels = place_labels(places, 0.7, [(0.0, 0.86, 0.34, 1.0)])
    for width in (288, 600):
        shown = [
            _box(p.name, p.x * width, p.y * width * 0.7, (label.dx, label.dy, label.anchor))
            for p, label in zip(places, labels, strict=True)
            if label and not (label.wide_only and width == 288)
        ]
        for index, (left, top, right, bottom) in enumerate(shown):
            assert left >= 0
            assert right <= width
            for other in shown[index + 1 :]:
                apart = (
                    left >= other[2] or right <= other[0] or top >= other[3] or bottom <= other[1]
                )
                assert apart


def test_a_map_frames_its_places_with_air() -> None:
    spots = [Spot("A", 30, 31, is_area=False), Spot("B", 25, 51, is_area=False)]
    frame = frame_on(spots, 600 / 430)
    for spot in spots:
        x, y = frame.place(spot.lat, spot.lon)
        assert 0.1 < x < 0.9
        assert 0.1 < y < 0.9


def test_a_map_goes_the_short_way_round_the_date_line() -> None:
    spots = [Spot("A", -17.8, 179.4, is_area=False), Spot("B", -16.9, -179.1, is_area=False)]
    frame = frame_on(spots, 600 / 430)
    assert frame.east - frame.west < 30
    drawn = draw_map(spots)
    assert drawn
    assert len(drawn.marks) == 2


@pytest.mark.parametrize(
    ("lat", "lon"), [(90, 0), (-90, 0), (0, 180), (0, -180), (71, 25), (-85, 170), (0, 0)]
)
def test_a_map_of_any_place_can_be_drawn(lat: float, lon: float) -> None:
    drawn = draw_map([Spot("X", lat, lon, is_area=False)])
    assert drawn
    assert all(math.isfinite(mark.x) and math.isfinite(mark.y) for mark in drawn.marks)


def test_no_known_place_no_map() -> None:
    assert draw_map([]) is None


def test_countries_name_the_map_but_do_not_frame_it() -> None:
    city, country = Spot("C", 30, 31, is_area=False), Spot("US", 39, -98, is_area=True)
    drawn = draw_map([city, country])
    assert drawn
    assert [mark.name for mark in drawn.marks] == ["C"]


def test_land_is_where_land_is() -> None:
    sahara, pacific = Frame(10, 18, 20, 26, 0.9), Frame(-150, -40, -140, -32, 0.8)
    assert draw_land(pacific, 600, 430) == ""
    path = draw_land(sahara, 600, 430)
    assert path.startswith("M")
    assert path.endswith("z")
    assert len(path) < 200


def test_a_path_of_the_world_is_short() -> None:
    assert len(draw_land(Frame(-180, -60, 180, 85, 1.0), 1000, 520)) < 20_000


def test_a_timeline_needs_two_dates() -> None:
    assert draw_timeline([_when("2024-08-13")], None, "en") is None
    assert draw_timeline([], None, "en") is None


def test_stated_and_inferred_dates_and_ranges_look_different() -> None:
    drawn = draw_timeline(
        [_when("2024-08-13"), _when("2024-08-14", "inferred"), _when("2024-08-10/2024-08-15")],
        Day("2024-08-13", "", "", is_day=True),
        "en",
    )
    assert drawn
    assert [(row.stated, row.width > 0) for row in drawn.rows] == [
        (True, True),
        (True, False),
        (False, False),
    ]
    assert drawn.article


def test_what_lies_far_off_stands_at_an_end_of_the_axis() -> None:
    near = [_when(f"2024-08-{day}") for day in range(10, 16)]
    drawn = draw_timeline([_when("1979"), *near], Day("2024-08-13", "", "", is_day=True), "en")
    assert drawn
    assert drawn.earlier
    assert not drawn.later
    assert drawn.rows[0].x < 13
    assert len(drawn.ticks) < 20


@pytest.mark.parametrize(
    ("dates", "label"),
    [
        (["2024-08-10", "2024-08-14"], "9"),
        (["2024-07-01", "2024-08-14"], "1 Jul"),
        (["2024-01-10", "2024-11-20"], "Feb"),
        (["2000", "2001", "2002"], "2000"),
        (["0001", "9999"], "Jan"),
    ],
)
def test_an_axis_has_the_ticks_its_length_asks_for(dates: list[str], label: str) -> None:
    drawn = draw_timeline([_when(date) for date in dates], None, "en")
    assert drawn
    assert drawn.ticks[0].label == label
    assert len(drawn.ticks) <= 20


def test_no_tick_has_a_label_that_the_edge_would_cut() -> None:
    whens = [_when("2026-09-17"), _when("2028")]
    drawn = draw_timeline(whens, Day("2026-09-18", "18 September 2026", "18 Sept", True), "en")
    assert drawn is not None
    assert [tick.label for tick in drawn.ticks] == ["2027", "2028"]


def test_a_label_stands_in_its_bar_or_beside_it() -> None:
    days = ["2024-08-01", "2024-08-02/2024-08-06", "2024-08-03/2024-08-29", "2024-08-30"]
    labels = ["First", "Something that takes more room than its bar", "All", "Last"]
    drawn = draw_timeline(
        [_when(date, label=label) for date, label in zip(days, labels, strict=True)], None, "en"
    )
    assert drawn
    first, beside, inside, last = drawn.rows
    assert not first.text_end
    assert beside.text_x == pytest.approx(beside.x + beside.width, abs=0.02)
    assert (inside.text_x, inside.text_end) == (inside.x, False)
    assert last.text_end


def test_labels_of_a_timeline_fit_a_narrow_screen() -> None:
    words = "A very long statement about something that happened on that day " * 3
    days = [_when(f"2024-08-{day:02}", label=words) for day in range(1, 29)]
    drawn = draw_timeline(days, None, "en")
    assert drawn
    for row in drawn.rows:
        room = row.text_x if row.text_end else 100 - row.text_x
        assert len(row.short_label) * 7 <= room / 100 * 288 + 14
        assert row.short_label.endswith("…")
