"""Act: commitments and actions."""
