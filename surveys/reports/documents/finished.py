"""What a document is made from, and how its figures are written."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

HIDDEN = "hidden"


@dataclass(frozen=True)
class Finished:
    """A dataset as JSON with its digest; `signed_off_on` is None for a draft."""

    dataset: Mapping[str, Any]
    digest: str
    signed_off_on: date | None

    @property
    def state(self) -> str:
        """Whether a board may rely on it, in words."""
        if self.signed_off_on is None:
            return "Draft: not signed off"
        return f"Signed off on {day(self.signed_off_on.isoformat())}"

    @property
    def compiled_at(self) -> datetime:
        return datetime.fromisoformat(self.dataset["compiled_at"])

    @property
    def title(self) -> str:
        return f"What women told us: {self.dataset['organisation']['name']}, {self.dataset['period']['name']}"

    @property
    def charts(self) -> dict[str, Mapping[str, Any]]:
        """The charts that have points, by their key."""
        themes = self.dataset["themes"]["listed"]
        every = [self.dataset["fft"]["chart"], *(theme["chart"] for theme in themes)]
        return {chart["key"]: chart for chart in every if chart and chart["points"]}


def count(value: int | None) -> str:
    """ "1,204", or "hidden"."""
    return HIDDEN if value is None else f"{value:,}"


def percent(value: float | None) -> str:
    """ "87.7%", or "hidden"."""
    return HIDDEN if value is None else f"{value:.1f}%"


def day(iso: str) -> str:
    """ "2026-11-26" (or a moment of that day) as "26 November 2026"."""
    moment = date.fromisoformat(iso[:10])
    return f"{moment.day} {moment:%B %Y}"
