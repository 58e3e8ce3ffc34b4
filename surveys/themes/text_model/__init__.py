"""Reads comments and suggests what they are about. Suggestions only: a person decides. No Django in here."""
