"""A questionnaire answered a page at a time; nothing is kept here until it is sent (decision 0030)."""
