"""Where: names of places, and which place each means."""
