"""What goes wrong, in words for the person who meets it."""


class DomainError(Exception):
    """A rule of the product was not met. The message says what to do and may be shown as it is."""


class NotAllowed(DomainError):
    """The person may not do this here."""


class Conflict(DomainError):
    """The thing is no longer in the state that this needs."""


def require(allowed: bool, sentence: str = "You do not have permission to do this.") -> None:
    """Raise NotAllowed with the sentence unless `allowed`."""
    if not allowed:
        raise NotAllowed(sentence)
