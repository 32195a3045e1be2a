"""A parsed article -> the draft of a briefing; composed in `drafting`, one module per kind of item."""
