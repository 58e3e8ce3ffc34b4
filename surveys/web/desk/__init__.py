"""Chairs, moderators, trusts and LMS officers at work."""
