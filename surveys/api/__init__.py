"""Face: the API."""
