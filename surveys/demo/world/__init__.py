"""What the demo world is made of."""
