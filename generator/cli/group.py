"""The program itself: what all commands share, and how they end."""

from __future__ import annotations

import atexit
import contextlib
import errno
import gc
import os
import sys
import threading
from pathlib import Path
from typing import Any

import click

from generator import __version__
from generator.errors import BriefingError

DONE, WRONG_INPUT = 0, 1
"""Exit statuses; a wrong call ends with 2, which is click's own."""

UNWRITTEN = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EIO: "the device fails",
    errno.EBADF: "it is not open for writing",
}
"""Why what a command says may not be written."""
NEW_OBJECTS = 1_000_000
"""After how many new objects cycles are looked for. Briefings and pages are trees, of which none is
garbage before a command ends: at Python's 700 the search takes a tenth of the time of a check
(python -m benchmarks.checking), and one among 100,000 a twentieth of the time of an edit."""


class Commands(click.Group):
    """The commands, which end with status 1 where the input is wrong."""

    def make_context(self, *args: Any, **more: Any) -> click.Context:
        """Read a call, after which hardly any garbage is to be looked for."""
        gc.set_threshold(NEW_OBJECTS)
        return super().make_context(*args, **more)

    def __call__(self, *args: Any, **more: Any) -> Any:
        """Be the program: run a command, and end."""
        try:
            return super().__call__(*args, **more)
        except SystemExit as end:
            _end_at_once(end.code)
            raise

    def main(self, *args: Any, **more: Any) -> Any:
        """Read a call and run it; tell why what it says cannot be written, but of a closed pipe."""
        _open_streams()
        try:
            return super().main(*args, **more)
        except OSError as error:  # of files, `explained` tells more
            if error.filename or error.errno not in UNWRITTEN:
                raise
            click.echo(f"The output cannot be written: {UNWRITTEN[error.errno]}.", err=True)
        sys.exit(WRONG_INPUT)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; print what the user can mend, and let our own bugs through."""
        os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # to look for them takes 8 ms
        try:
            return super().invoke(ctx)
        except BriefingError as error:
            click.echo(str(error), err=True)
        sys.exit(WRONG_INPUT)


def _end_at_once(status: object) -> None:
    """End the process without taking apart what ends with it: that is a thirtieth of an edit.

    Where threads are left, or what was said cannot be written, it ends as Python has it.
    """
    if isinstance(status, int) and threading.active_count() == 1:
        atexit._run_exitfuncs()
        with contextlib.suppress(OSError):
            for stream in filter(None, (sys.stdout, sys.stderr)):
                stream.flush()
            os._exit(status)


def _open_streams() -> None:
    """Say into the void what is said to a stream that was closed, and not into the next file."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit status: 0 done, 1 the input is wrong, 2 the call is wrong.",
)
@click.option(
    "-C",
    "--folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The site's folder; otherwise the nearest one, from here upwards, with content/site.yaml.",
)
@click.version_option(__version__, message="briefings %(version)s")
@click.pass_context
def main(ctx: click.Context, folder: Path | None) -> None:
    """Turn news articles into structured, sourced briefings, and publish them as a static site.

    Articles lie in seeds/, one file or folder for each briefing; `briefings build` drafts from them
    the YAML files in content/, which are yours to correct, and renders these into site/.
    """
    ctx.obj = folder
