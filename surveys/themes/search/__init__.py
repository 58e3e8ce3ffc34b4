"""Search: the words and meanings of what is safe to read."""
