"""Risks: what sounds like danger, locked to those on call, with a clock until somebody has decided."""
