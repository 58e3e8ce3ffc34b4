"""Tells: datasets with small numbers suppressed, issued reports, documents."""
