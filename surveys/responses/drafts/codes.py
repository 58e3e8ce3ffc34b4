"""What opens a draft: a code to type, and a token for the link in an e-mail. Kept only as fingerprints.

Both are made from the telling's key, so that saving again shows the same code. The code is shorter than a
receipt's, so that neither can be taken for the other, and has to be typed on another device: 49 bits, for
something that is there for four weeks, and behind a door at which guessing is work (decision 0071).
"""

from uuid import UUID

from surveys.core import secrets

# And a check letter: three groups of four.
LETTERS = 11


def code(key: UUID) -> str:
    """The code (12 letters and digits) that belongs to a telling's key."""
    return secrets.code_for("draft", str(key), letters=LETTERS)


def read(typed: str) -> str | None:
    """The code that somebody typed; None when it cannot be one."""
    return secrets.read_code(typed, letters=LETTERS)


def fingerprint(code: str) -> str:
    """What is stored and looked up instead of the code."""
    return secrets.digest("draft", code)


def token(key: UUID) -> str:
    """The token in the link; it does not give the code away, nor the code the token."""
    return secrets.token_for("draft link", str(key))


def token_fingerprint(token: str) -> str:
    """What is stored and looked up instead of the token."""
    return secrets.digest("draft link", token)
