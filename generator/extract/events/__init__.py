"""What happened or is to happen, why and how."""
