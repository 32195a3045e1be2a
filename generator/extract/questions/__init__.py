"""What the article leaves open, as questions."""
