"""What everybody may read: an MVP's page, its consultations."""
