"""Who: LMS, trusts, sites, services and MVPs through time; help lines."""
