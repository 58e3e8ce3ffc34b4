"""Board members read issued reports."""
