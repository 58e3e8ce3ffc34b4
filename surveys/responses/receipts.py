"""Receipt codes: made from the submission key, so a retry shows the same one; kept only as a fingerprint."""

from uuid import UUID

from surveys.core import secrets


def code(key: UUID) -> str:
    """The receipt code (16 letters and digits) that belongs to a submission key."""
    return secrets.code_for("receipt", str(key))


def fingerprint(code: str) -> str:
    """What is stored and looked up instead of the code."""
    return secrets.digest("receipt", code)
