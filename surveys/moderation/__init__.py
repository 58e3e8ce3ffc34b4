"""Makes safe: details hidden, risk, clearance; the one door to raw words."""
