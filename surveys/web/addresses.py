"""Our addresses as other people write them down: whole, for a link or a code, and as somebody types them."""

from django.conf import settings


def full(path: str) -> str:
    """An address of ours with everything that a program needs: "https://voices.example/lri"."""
    return f"{settings.SITE_URL}{path}"


def typed(path: str) -> str:
    """The same as a person reads it from a poster: "voices.example/lri"."""
    return full(path).partition("://")[2]
