"""Who: users, memberships, roles, API keys, signing in."""
