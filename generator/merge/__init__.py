"""A person's edits and new drafts into one briefing, in which no edit is ever lost."""

from generator.merge.conflicts import Conflict, Conflicts, unsettled
from generator.merge.provenance import Provenance, provenance
from generator.merge.revisions import change_since
from generator.merge.three_way import Merge, merge

__all__ = [
    "Conflict",
    "Conflicts",
    "Merge",
    "Provenance",
    "change_since",
    "merge",
    "provenance",
    "unsettled",
]
