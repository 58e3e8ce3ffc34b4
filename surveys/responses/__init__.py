"""Hears: responses, raw words, consents, receipts, imports."""
