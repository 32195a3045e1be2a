"""Plain values <-> bytes, which are known by their digest to be what was kept."""

from __future__ import annotations

import hashlib
import marshal
from typing import Any

DIGEST_SIZE = 16
"""Bytes of the digests by which what is kept, rows and pages are known to be what they were."""


class Damaged(Exception):  # noqa: N818 (said of what is stored)
    """What has been stored is not what is read."""


def plain(value: Any) -> bytes:
    """Return plain values as bytes, equal ones as equal bytes whichever objects they are."""
    return marshal.dumps(value, 0)


def opened(stored: bytes, digest: bytes) -> Any:
    """Return plain values from bytes; raise `Damaged` where that is not their digest."""
    if digest_of(stored) != digest:
        raise Damaged
    return marshal.loads(stored)  # noqa: S302


def sealed(value: object) -> bytes:
    """Return plain values as bytes, their digest first."""
    stored = plain(value)
    return digest_of(stored) + stored


def unsealed(stored: bytes) -> Any:
    """Return plain values from such bytes; raise `Damaged`."""
    return opened(stored[DIGEST_SIZE:], stored[:DIGEST_SIZE])


def digest_of(*parts: bytes) -> bytes:
    """Return a digest of some bytes, in which no two sequences of parts are alike."""
    if len(parts) == 1:
        return hashlib.blake2b(parts[0], digest_size=DIGEST_SIZE).digest()
    lengths = b"".join(len(part).to_bytes(8, "little") for part in parts)
    return hashlib.blake2b(lengths + b"".join(parts), digest_size=DIGEST_SIZE).digest()
