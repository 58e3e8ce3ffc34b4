"""Specialist moderators at work: what parents told an LMS after a loss."""
