"""How the values that templates see are declared, of which a build makes hundreds of thousands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def view(kind: type[T]) -> type[T]:
    """Make a class one of values with slots, which type checkers hold to be frozen.

    One that refuses assignment at run time too is made seven times as slowly, stored half as fast
    and read back three times as slowly (12 fields: 1.3, 2.4 and 2.9 microseconds, not 0.2, 1.6
    and 1.1).
    """
    return dataclass(slots=True, unsafe_hash=True)(kind)
