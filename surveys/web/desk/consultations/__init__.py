"""Ask: consultations."""
