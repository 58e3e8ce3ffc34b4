"""Tells: e-mail, subscriptions, reminders."""
