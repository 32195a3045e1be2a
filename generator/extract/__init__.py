"""A parsed article -> the draft of a briefing; `drafting` composes it of one module per item."""
