"""The styles of women's pages inside the first page itself, so that it shows in one flight from the server.

The content policy allows just these bytes, by their hash; every later page links the same stylesheet.
"""

from base64 import b64encode
from functools import cache
from hashlib import sha256

from csp.utils import build_policy
from django.contrib.staticfiles.storage import staticfiles_storage
from markupsafe import Markup

STYLESHEET = "woman.css"


@cache
def inline() -> Markup:
    """The stylesheet's text. It is built by us and holds nothing that ends a style element."""
    with staticfiles_storage.open(STYLESHEET) as file:
        return Markup(file.read().decode())  # noqa: S704 - built from our own sources


@cache
def policy() -> str:
    """The content policy of every page of the journey; made once, since it is the same for all."""
    digest = b64encode(sha256(inline().encode()).digest()).decode()
    return str(build_policy(update={"style-src": [f"'sha256-{digest}'"]}))
