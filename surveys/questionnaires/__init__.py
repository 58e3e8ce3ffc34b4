"""Asks: questionnaires and their immutable published versions."""
