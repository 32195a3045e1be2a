"""A target and the address that a site was built for -> whether readers will find it there."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_GITHUB = re.compile(
    r"(?:https?://(?:[^@/]+@)?github\.com/|(?:ssh://)?git@github\.com[:/])"
    r"(?P<owner>[^/]+)/(?P<repository>[^/]+?)(?:\.git)?/?$",
    re.IGNORECASE,
)


def address_of(url: str | None, cname: str | None, remote: str | None) -> str | None:
    """Return the address at which readers find a target, as far as its settings tell."""
    if url:
        return url
    if cname:
        return f"https://{cname}/"
    return _github_pages(remote) if remote else None


def fits(base_url: str | None, address: str) -> bool:
    """Tell whether a site that was built for `base_url` can be served at an address."""
    return base_url is not None and _plain(base_url) == _plain(address)


def _github_pages(remote: str) -> str | None:
    """Return where GitHub Pages serves a repository that has no host name of its own."""
    found = _GITHUB.match(remote)
    if not found:
        return None
    host = f"{found['owner'].lower()}.github.io"
    is_own = found["repository"].lower() == host
    return f"https://{host}/" if is_own else f"https://{host}/{found['repository']}/"


def _plain(url: str) -> tuple[str, str, str]:
    """Return an address without what makes no difference."""
    parts = urlsplit(url)
    return parts.scheme.lower(), parts.netloc.lower(), parts.path.rstrip("/")
