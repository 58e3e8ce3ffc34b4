"""Search: what women said, by word and by what is known of it."""
