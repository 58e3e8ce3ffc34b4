"""What each role may do, in sentences. A role is held at an organisation and reaches all its parts."""

from dataclasses import dataclass
from enum import StrEnum


class Permission(StrEnum):
    """Something that somebody may do at an organisation."""

    READ_FIGURES = "see figures and themes, with small numbers hidden"
    READ_REPORTS = "read issued reports"
    READ_WORDS = "read what women wrote, once it is safe to read"
    MODERATE = "read what women wrote as they wrote it, and make it safe"
    MODERATE_LOSS = "read what was written after a loss, and make it safe"
    SEE_RISKS = "see which risks wait, since when and with whom, but not their words"
    LEAD_ON_RISKS = "say who is on call for risks, and decide about every risk"
    ASK_BACK = "ask a woman a question about what she told, which she finds with her receipt"
    THEME = "decide what a comment is about"
    KEEP_THEMES = "keep the themes list, and see how far people and the machine agree"
    IMPORT = "bring in answers from a spreadsheet"
    INVITE = "make posters, cards and lines for websites that invite women to speak"
    RUN_CONSULTATIONS = "write, open, close and report consultations"
    COMPILE_REPORTS = "compile reports and see drafts"
    SIGN_OFF_REPORTS = "sign off reports and send them to the board"
    KEEP_ACTIONS = "keep actions and what changed"
    MANAGE = "keep organisations, people, help lines and keys right"


@dataclass(frozen=True)
class Role:
    """A named set of permissions."""

    name: str
    title: str
    description: str
    permissions: frozenset[Permission]


P = Permission
CHAIR = Role(
    "chair",
    "Chair",
    "Leads an MVP: asks, listens, makes safe, themes, reports.",
    frozenset(P) - {P.MODERATE_LOSS, P.MANAGE},
)
MODERATOR = Role(
    "moderator",
    "Moderator",
    "Reads every comment of an MVP, hides details and says what it is about.",
    frozenset({P.READ_FIGURES, P.READ_WORDS, P.MODERATE, P.SEE_RISKS, P.THEME}),
)
LOSS_MODERATOR = Role(
    "loss_moderator",
    "Specialist moderator",
    "Reads what parents wrote after a loss, for a whole LMS.",
    frozenset({P.MODERATE_LOSS}),
)
TRUST = Role(
    "trust",
    "Trust staff",
    "Reads issued reports about a trust and its units.",
    frozenset({P.READ_FIGURES, P.READ_REPORTS}),
)
LMS_OFFICER = Role(
    "lms_officer",
    "LMS officer",
    "Keeps an LMS's organisations, plan and people right; reads issued reports, no drafts and no words.",
    frozenset({P.READ_FIGURES, P.READ_REPORTS, P.SEE_RISKS, P.INVITE, P.KEEP_ACTIONS, P.MANAGE}),
)
BOARD_MEMBER = Role(
    "board_member",
    "Board member",
    "Receives and reads issued reports.",
    frozenset({P.READ_REPORTS}),
)
ROLES = {role.name: role for role in (CHAIR, MODERATOR, LOSS_MODERATOR, TRUST, LMS_OFFICER, BOARD_MEMBER)}


def roles_with(permission: str) -> list[str]:
    """The names of the roles that carry a permission."""
    return [role.name for role in ROLES.values() if permission in role.permissions]
