"""The command line: read the call, hand it to the pipeline, print, say how it ended.

Whatever a command needs is imported inside it: `briefings --help` answers at once, and a build that
drafts nothing never loads the language model.
"""

from generator.cli import building, publishing, starting
from generator.cli.group import main

__all__ = ["building", "main", "publishing", "starting"]
