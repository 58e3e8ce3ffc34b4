"""Tellings that women asked us to keep until they have time to finish; never read by staff, never counted."""
