"""Articles drafted in as many processes as there are, on this machine or on a cluster.

tasks.py: what one article gives; batches.py: many of them; executors.py, cluster.py: by whom.
"""

from generator.workers.batches import Crew, draft_all
from generator.workers.executors import EXECUTORS, is_executor
from generator.workers.tasks import (
    Drafted,
    Task,
    briefing_of,
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
    "briefing_of",
    "draft_all",
    "draft_one",
    "is_executor",
    "numbered",
    "propose",
    "read_article",
]
