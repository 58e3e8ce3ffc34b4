"""Ground: base model, audit, periods, clock, secrets, errors."""
