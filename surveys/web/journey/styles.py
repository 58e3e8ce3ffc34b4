"""The styles of women's pages inside the first page itself, so that it shows in one flight from the server.

`first.css` has what it shows where its questions are answered by choosing, as those of feedback are; another
has the whole stylesheet. The content policy allows just these bytes, by their hashes; later pages link all.
"""

from base64 import b64encode
from functools import cache
from hashlib import sha256

from csp.utils import build_policy
from django.contrib.staticfiles.storage import staticfiles_storage
from markupsafe import Markup

FIRST, WHOLE = "first.css", "woman.css"


def first() -> Markup:
    """What a first page shows."""
    return _text(FIRST)


def whole() -> Markup:
    """What all of her pages show."""
    return _text(WHOLE)


@cache
def _text(stylesheet: str) -> Markup:
    """A stylesheet's text. It is built by us and holds nothing that ends a style element."""
    with staticfiles_storage.open(stylesheet) as file:
        return Markup(file.read().decode())  # noqa: S704 - built from our own sources


@cache
def policy() -> str:
    """The content policy of every page of the journey; made once, since it is the same for all."""
    digests = [b64encode(sha256(_text(name).encode()).digest()).decode() for name in (FIRST, WHOLE)]
    return str(build_policy(update={"style-src": [f"'sha256-{digest}'" for digest in digests]}))
