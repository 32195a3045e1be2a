"""When: expressions of time, and which days they mean."""
