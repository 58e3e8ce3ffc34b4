"""What the machine has learned from a partnership's decisions, version by version."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from surveys.themes.models import LearnedVersion

FEWEST = 60
"""Fewer decisions teach nothing that the shipped model does not know."""


@dataclass(frozen=True)
class LearnedLine:
    """One version as a chair sees it. `f1_before` and `f1_after`: against decisions that it had not seen."""

    version: LearnedVersion
    in_use: bool
    f1_before: float
    f1_after: float


def learned_versions(organisation_id: UUID) -> QuerySet[LearnedVersion]:
    """Every version, the newest first, without its numbers."""
    found = LearnedVersion.objects.filter(organisation_id=organisation_id).defer("content")
    return found.select_related("ended_by").order_by("-number")


def in_use(organisation_id: UUID) -> LearnedVersion | None:
    """The version that suggests today; None while it is the shipped model."""
    standing = learned_versions(organisation_id).filter(promoted=True, ended_at__isnull=True)
    return standing.first()


def learned_lines(organisation_id: UUID) -> list[LearnedLine]:
    """The versions with how they did, the newest first."""
    current = in_use(organisation_id)
    return [
        LearnedLine(version, version == current, _f1(version.before), _f1(version.after))
        for version in learned_versions(organisation_id)
    ]


def _f1(counts: dict[str, int]) -> float:
    total = 2 * counts["hits"] + counts["wrong"] + counts["missed"]
    return 2 * counts["hits"] / total if total else 1.0
