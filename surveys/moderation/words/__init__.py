"""A comment as words, clauses and known phrases: read by the risk rules and by the theme suggester. No Django."""
