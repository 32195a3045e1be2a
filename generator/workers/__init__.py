"""Articles drafted in as many processes as there are, on this machine or on a cluster.

asking.py: what an extractor makes of an article; tasks.py: what comes of a task; crew.py: of many;
executors.py, cluster.py: where.
"""
