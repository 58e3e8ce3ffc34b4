"""Asks: rounds of listening about what a plan proposes."""
