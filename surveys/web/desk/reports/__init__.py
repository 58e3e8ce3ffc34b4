"""Act: reports."""
