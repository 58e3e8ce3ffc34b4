"""Understand: the themes list, what it is worth, and what may be missing from it."""
