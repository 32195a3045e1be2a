"""Full addresses and lasting names of what lies on a site."""

from __future__ import annotations

import base64
import uuid
from urllib.parse import urlsplit

from .content import SiteSettings


def full_address(settings: SiteSettings, path: str) -> str:
    """Return the full address of a path, or the bare path where the site has no address yet."""
    return f"{settings.base_url.rstrip('/')}/{path}" if settings.base_url else path


def host_of(settings: SiteSettings) -> str:
    """Return the site's host, for names that must belong to one."""
    return (urlsplit(settings.base_url).hostname if settings.base_url else None) or "site.invalid"


def lasting_name(settings: SiteSettings, path: str) -> str:
    """Return a URN that names a path of this site whatever becomes of its address."""
    return uuid.uuid5(uuid.NAMESPACE_URL, full_address(settings, path)).urn


def digest_name(sha256: str) -> str:
    """Return the name of a file by its digest (RFC 6920)."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode("ascii").rstrip("=")
    return f"ni:///sha-256;{digest}"
