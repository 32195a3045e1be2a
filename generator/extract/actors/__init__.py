"""Who is named or meant, and who of them plays a part."""
