"""A woman gives feedback."""
