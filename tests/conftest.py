"""What holds for all tests."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from types import FrameType

import pytest
from hypothesis import HealthCheck, settings

# How long an example takes depends on what else the machine has to do, and is no property.
settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Fail what is skipped for want of a browser or a checker, where a merge depends on it."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get("NO_SKIPPED_TESTS"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped: {report.longrepr}"
    return report


@pytest.fixture
def ends() -> Iterator[None]:
    """Stop what would go on for hours: work that grows with more than the length of hostile input.

    The minute is no measure of speed: what is tested here ends in less than a second, or never.
    """

    def give_up(number: int, frame: FrameType | None) -> None:
        pytest.fail("It does not end.")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(60)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)
