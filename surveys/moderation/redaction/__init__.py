"""Details in a comment that could identify somebody: found (`suggest`) and hidden (`apply`).

Machine suggestions only: a person reads every comment before anybody else sees it. No Django in here.
"""

from surveys.moderation.redaction.hiding import apply, bracketed, instead_of, stand_ins
from surveys.moderation.redaction.reaching import whole
from surveys.moderation.redaction.spans import KINDS, Kind, Redaction, together
from surveys.moderation.redaction.suggesting import VERSION, suggest

__all__ = [
    "KINDS",
    "VERSION",
    "Kind",
    "Redaction",
    "apply",
    "bracketed",
    "instead_of",
    "stand_ins",
    "suggest",
    "together",
    "whole",
]
