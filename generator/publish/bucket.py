"""A place to publish to that is a bucket of S3 or of a storage that speaks like it.

A bucket cannot be replaced in one step. So what pages need is uploaded before the pages, these
before the lists that lead to them, and what is no longer wanted is deleted last. What is there
already is known by its ETag, which for objects uploaded in one piece is their MD5: whatever a
broken publication has brought, the next one need not bring again.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from mimetypes import MimeTypes
from pathlib import PurePosixPath
from typing import Any

from generator.errors import Place, SiteError
from generator.publish.plan import Plan, stage_of
from generator.publish.site import NOTHING, Site, Step

UPLOADS = 8
"""Objects uploaded at once, as most of an upload is waiting: at 50 ms each, 160 a second."""
BATCH = 200
"""Objects after which it is told how far the work is."""
DELETIONS = 1000
"""Objects deleted by one call: the most that S3 takes."""
ATTEMPTS = 6
"""How often a call is tried before the connection counts as broken: for about half a minute."""

LASTING = "public, max-age=31536000, immutable"
BRIEF = "public, max-age=300"
"""Pages, and what they need under a name that stays, are asked for again after five minutes."""

_FINGERPRINT = re.compile(r"[._-](?=\d*[a-f])(?=[a-f]*\d)[0-9a-f]{7,64}\.\w+$")
"""The end of a name that has a digest of the file's content in it, as those of the search index and
perhaps a theme's own: letters and digits, for digits alone may be a date."""

_TYPES = MimeTypes(filenames=())  # the same on every machine, whatever it has in /etc
for _suffix, _type in {
    ".atom": "application/atom+xml",
    ".geojson": "application/geo+json",
    ".ics": "text/calendar",
    ".js": "text/javascript",
    ".map": "application/json",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".yaml": "application/yaml",
}.items():
    _TYPES.add_type(_type, _suffix)


@dataclass(frozen=True, slots=True)
class BucketPlace:
    """The objects of a bucket whose names begin in one way."""

    name: str
    bucket: str
    prefix: str
    endpoint: str | None
    region: str | None
    extra = NOTHING

    def digest(self, content: bytes) -> str:
        """Return the ETag that the storage gives a file."""
        return hashlib.md5(content, usedforsecurity=False).hexdigest()

    def held(self) -> dict[str, str]:
        """Return the ETags of the objects that are here."""
        with self._explained():
            pages = (
                self._client()
                .get_paginator("list_objects_v2")
                .paginate(Bucket=self.bucket, Prefix=self.prefix)
            )
            return {
                entry["Key"].removeprefix(self.prefix): entry["ETag"].strip('"')
                for page in pages
                for entry in page.get("Contents", ())
                if entry["Key"] != self.prefix  # a folder, as consoles make it
            }

    def bring(self, site: Site, plan: Plan, step: Step) -> None:
        """Upload what is new, stage after stage, and then delete what is no longer wanted."""
        with self._explained():
            client = self._client()
            done = 0
            for _, paths in itertools.groupby(plan.carried, stage_of):
                for batch in _batches(list(paths), BATCH):
                    step(done, len(plan.carried))
                    self._upload(client, site, batch)
                    done += len(batch)
            for batch in _batches(plan.removed, DELETIONS):
                self._delete(client, batch)

    def _upload(self, client: Any, site: Site, paths: Iterable[str]) -> None:
        """Upload some files at once; a failure ends it with those that wait for their turn."""

        def upload(path: str) -> None:
            content = site.read(path)
            md5 = base64.b64encode(bytes.fromhex(self.digest(content))).decode("ascii")
            key = self.prefix + path
            about = headers_of(path)
            client.put_object(Bucket=self.bucket, Key=key, Body=content, ContentMD5=md5, **about)

        with ThreadPoolExecutor(UPLOADS) as pool:
            for _ in pool.map(upload, paths):
                pass

    def _delete(self, client: Any, paths: Iterable[str]) -> None:
        keys = [{"Key": self.prefix + path} for path in paths]
        answer = client.delete_objects(Bucket=self.bucket, Delete={"Objects": keys, "Quiet": True})
        for failure in answer.get("Errors", ()):
            raise self._error(f"{failure['Key']} cannot be deleted: {failure['Message']}.")

    def _client(self) -> Any:
        """Return what speaks to the storage; who asks is told by the environment, as AWS has it."""
        import boto3
        from botocore.config import Config

        config = Config(
            retries={"total_max_attempts": ATTEMPTS, "mode": "standard"},
            max_pool_connections=UPLOADS,
            # Other storages than Amazon's do not all know the newer checksums; MD5 they know.
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
        )
        where = {"endpoint_url": self.endpoint, "region_name": self.region}
        return boto3.Session().client("s3", config=config, **where)

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn what the storage or the network refuses into an error with a remedy."""
        try:
            from botocore.exceptions import BotoCoreError, ClientError
        except ImportError:
            raise self._error(
                "Publishing to a bucket needs boto3.", "Install it: pip install 'briefings[s3]'"
            ) from None
        try:
            yield
        except (BotoCoreError, ClientError) as error:
            said = " ".join(str(error).split()).rstrip(".")
            raise self._error(
                f"{said}.", "Nothing that arrived is lost: when this is mended, publish again."
            ) from error

    def _error(self, what: str, fix: str = "") -> SiteError:
        return SiteError(what, Place(f"publish to {self.name}"), fix)


def headers_of(path: str) -> Mapping[str, str]:
    """Return what the storage is to say about a file: its type, and how long it may be kept."""
    kind = _TYPES.guess_type(PurePosixPath(path).name)[0] or "application/octet-stream"
    is_text = kind.startswith("text/") or kind in {"application/yaml"}
    cached = LASTING if _FINGERPRINT.search(path) else BRIEF
    return {"ContentType": f"{kind}; charset=utf-8" if is_text else kind, "CacheControl": cached}


def _batches(paths: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    for first in range(0, len(paths), size):
        yield paths[first : first + size]
