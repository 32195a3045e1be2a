"""A person's edits and new drafts into one briefing, in which no edit is ever lost."""
