"""A parse -> clauses, phrases and the text that they make."""
