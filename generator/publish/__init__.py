"""A built site -> the places where readers find it, and the proof that it arrived."""
