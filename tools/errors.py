"""The one kind of error that is meant to be read by the person at the keyboard."""


class PlainError(Exception):
    """Something only a person can put right. Its text says what is wrong and what to do."""
