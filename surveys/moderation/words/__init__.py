"""A comment as words, clauses and known phrases, for the risk rules and the theme suggester. No Django."""
