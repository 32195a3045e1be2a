"""Words and names of English news, and what they tell by themselves."""
