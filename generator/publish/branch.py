"""A place to publish to that is a branch of a git repository; the working tree is never touched.

What the remote's branch holds is fetched to a ref of its own and compared, as ghp-import makes a
commit even when nothing has changed. The commit is made on a branch of another name, so that a
person's own branch of the same name stays as it is, and pushed from there.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator import __version__
from generator.errors import Place, SiteError
from generator.publish.plan import Plan
from generator.publish.site import Site, Step

ABSENT = 2
"""How `git ls-remote --exit-code` ends where there is no such branch."""


@dataclass(frozen=True, slots=True)
class BranchPlace:
    """A branch of a remote of the repository that a site's folder is in."""

    name: str
    repository: Path
    remote: str
    branch: str
    cname: str | None
    hash_name: str = "sha1"
    """The hash by which the repository names objects."""

    @property
    def extra(self) -> Mapping[str, bytes]:
        """Return the files that GitHub Pages wants beside a site."""
        named = {"CNAME": self.cname.encode()} if self.cname else {}
        return {".nojekyll": b"", **named}

    def digest(self, content: bytes) -> str:
        """Return the name that git gives a file's content."""
        blob = b"blob %d\0" % len(content) + content
        return hashlib.new(self.hash_name, blob, usedforsecurity=False).hexdigest()

    def held(self) -> dict[str, str]:
        """Fetch the branch; return git's names of its files."""
        if not self._is_there():
            self._git("update-ref", "-d", self._fetched)
            return {}
        self._git("fetch", "--quiet", "--no-tags", self.remote, f"+{self._head}:{self._fetched}")
        return self._tree(self._fetched)

    def bring(self, site: Site, plan: Plan, step: Step) -> None:
        """Commit the site on top of what was fetched, and push that."""
        del plan, step  # a commit is a whole tree, and git finds out what it has already
        work = f"refs/heads/{self._work}"
        parent = self._git("rev-parse", "--verify", "--quiet", self._fetched, ok=(0, 1)).strip()
        self._git("update-ref", *([work, parent] if parent else ["-d", work]))
        try:
            self._commit(site)
            if self._tree(work) != site.digests(self.digest):
                raise self._error("The commit does not hold the site.", "Look at `git fsck`.")
            self._git(
                *("push", "--quiet", self.remote, f"{work}:{self._head}"),
                fix="Where somebody else has just published, publish again.",
            )
        finally:
            self._git("update-ref", "-d", work)

    def in_its_repository(self) -> BranchPlace:
        """Return the place as its repository is, which must be there."""
        fix = "Make the site's folder a git repository: git init"
        found = self._git("rev-parse", "--show-object-format", fix=fix).strip()
        return replace(self, hash_name=found)

    @property
    def address(self) -> str:
        """Return the address of the remote."""
        found = self._git("remote", "get-url", "--push", self.remote, ok=(0, 2, 128)).strip()
        return found or self.remote

    @property
    def _head(self) -> str:
        return f"refs/heads/{self.branch}"

    @property
    def _fetched(self) -> str:
        return f"refs/briefings/{self.name}"

    @property
    def _work(self) -> str:
        return f"briefings-publish/{self.name}"

    def _is_there(self) -> bool:
        found = self._git(
            *("ls-remote", "--exit-code", self.remote, self._head),
            ok=(0, ABSENT),
            fix="Name another `remote`, or mend the access to this one.",
        )
        return bool(found)

    def _tree(self, ref: str) -> dict[str, str]:
        """Return git's names of the files in a commit, by their paths."""
        lines = self._git("ls-tree", "-r", "-z", ref).split("\0")
        rows = (line.partition("\t") for line in lines if line)
        return {path: about.split()[2] for about, _, path in rows}

    def _commit(self, site: Site) -> None:
        """Commit the site's folder with ghp-import.

        It is run by its file: with `-m`, Python would look for its modules in the site's folder
        first. It reads who commits from the environment or git's settings; on a build server there
        is often neither.
        """
        import ghp_import  # it takes a moment, and only this needs it

        arguments = ["--branch", self._work, "--no-jekyll"]
        arguments += ["--cname", self.cname] if self.cname else []
        arguments += ["--message", f"Published with briefings {__version__}"]
        command = [sys.executable, str(ghp_import.__file__), *arguments, str(site.folder.resolve())]
        environment = {
            "GIT_COMMITTER_NAME": self._setting("user.name", "briefings"),
            "GIT_COMMITTER_EMAIL": self._setting("user.email", "briefings@localhost"),
            **os.environ,
        }
        run = self._run(command, environment)
        if run.returncode:
            raise self._error(f"ghp-import failed: {_last_line(run.stderr)}.")

    def _setting(self, key: str, default: str) -> str:
        return self._git("config", key, ok=(0, 1)).strip() or default

    def _git(self, *arguments: str, ok: Sequence[int] = (0,), fix: str = "") -> str:
        """Return what git prints; raise what it complains about."""
        program = shutil.which("git")
        if program is None:
            raise self._error("There is no git on this machine.", "Install it.")
        run = self._run([program, *arguments], {**os.environ, "LC_ALL": "C"})
        if run.returncode not in ok:
            raise self._error(f"git {arguments[0]} failed: {_last_line(run.stderr)}.", fix)
        return run.stdout.decode("utf-8", "surrogateescape")

    def _run(
        self, command: Sequence[str], environment: Mapping[str, str]
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(  # noqa: S603 - a list, no shell, and no value that is an option
            command, cwd=self.repository, env=environment, capture_output=True, check=False
        )

    def _error(self, what: str, fix: str = "") -> SiteError:
        return SiteError(what, Place(f"publish to {self.name}"), fix)


def _last_line(stderr: bytes) -> str:
    """Return what git or a program of Python's says last, which is what went wrong."""
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    told = [line for line in lines if line.startswith(("fatal:", "error:", " ! "))] or lines
    return told[-1].strip().rstrip(".") if told else "it does not say why"
