"""A built page -> the same page with the script that reloads it."""

from __future__ import annotations

import re

SCRIPT = "/_briefings/reload.js"
EVENTS = "/_briefings/events"

NEEDED = (b"script-src", b"connect-src")
"""What the script needs of a page's content policy: to be run, and to listen."""

_POLICY = re.compile(rb'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)')


def with_reload(page: bytes, version: str) -> bytes:
    """Return a page with the script in its body, and with a policy that lets it run."""
    script = f'<script src="{SCRIPT}" data-events="{EVENTS}" data-version="{version}"></script>'
    page = _POLICY.sub(lambda found: found[1] + _allowing(found[2]), page, count=1)
    body, end, rest = page.rpartition(b"</body>")
    return body + script.encode() + end + rest if end else rest + script.encode()


def _allowing(policy: bytes) -> bytes:
    """Return a policy that also allows what is needed from this server."""
    for directive in NEEDED:
        if directive in policy:
            policy = policy.replace(directive, directive + b" 'self'", 1)
        else:
            policy += b"; " + directive + b" 'self'"
    return policy
