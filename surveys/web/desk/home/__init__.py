"""The day on one page."""
