"""Articles drafted in as many processes as there are, on this machine or on a cluster.

asking.py: what an extractor makes of an article; tasks.py: what comes of a task; batches.py: of
many; executors.py, cluster.py: where.
"""

from generator.workers.asking import own_draft
from generator.workers.batches import Crew, draft_all
from generator.workers.executors import EXECUTORS, is_executor
from generator.workers.tasks import (
    Drafted,
    Task,
    draft_one,
    numbered,
    propose,
    read_article,
)

__all__ = [
    "EXECUTORS",
    "Crew",
    "Drafted",
    "Task",
    "draft_all",
    "draft_one",
    "is_executor",
    "numbered",
    "own_draft",
    "propose",
    "read_article",
]
