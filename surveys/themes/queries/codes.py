"""The themes of single texts."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from surveys.responses import queries as responses
from surveys.responses.models import FreeText, Purpose
from surveys.themes.models import Sentiment, ThemeDecision, ThemeReview, ThemeSuggestion
from surveys.themes.queries.frames import Frames, codeframe


@dataclass(frozen=True)
class Theme:
    """One theme of a text; `checked` says that a person decided it, else a model suggests it."""

    code: str
    title: str
    sentiment: str
    checked: bool


def in_themes(partnership_ids: Collection[UUID], *, start: date, end: date) -> QuerySet[FreeText]:
    """The feedback of the days `[start, end)` that may count in themes: agreed to, and not withdrawn.

    Answers to a consultation are about what it asks, and are counted under it alone.
    """
    texts = responses.free_texts(partnership_ids).alias(said_at=responses.SAID_AT)
    return texts.filter(
        responses.agreed_to(Purpose.THEMES),
        response__consultation__isnull=True,
        said_at__date__gte=start,
        said_at__date__lt=end,
    )


def may_be_themed(free_text_id: UUID) -> bool:
    """Whether the woman agreed to the use of this text in themes."""
    return FreeText.objects.filter(responses.agreed_to(Purpose.THEMES), pk=free_text_id).exists()


def decided() -> QuerySet[ThemeDecision]:
    """The themes that people found."""
    return ThemeDecision.objects.filter(present=True)


def decided_for(response_id: UUID) -> set[str]:
    """What people found in a response whose writer agreed to themes: codes as decided and as read today."""
    texts = FreeText.objects.filter(responses.agreed_to(Purpose.THEMES), response_id=response_id)
    found = decided().filter(free_text__in=texts).values_list("code", "free_text__partnership_id")
    return {name for code, partnership in found for name in (code, codeframe(partnership).reads(code))}


def unreviewed() -> QuerySet[ThemeSuggestion]:
    """The suggestions that still count, because no person has looked at their text."""
    reviewed = ThemeReview.objects.filter(free_text=OuterRef("free_text"))
    return ThemeSuggestion.objects.filter(~Exists(reviewed))


def suggestions_of(free_text_id: UUID) -> QuerySet[ThemeSuggestion]:
    """What the machine suggests for a text, the surest first."""
    return ThemeSuggestion.objects.filter(free_text_id=free_text_id).order_by("-score", "code")


def themes_of(free_text_ids: Iterable[UUID]) -> dict[UUID, list[Theme]]:
    """The themes of these texts, in the order of their titles; texts without any are left out.

    Decided or suggested under a code that has been merged since, a theme is what that was merged into.
    """
    ids = list(free_text_ids)
    rows = [
        (*row, checked)
        for themes, checked in ((decided(), True), (unreviewed(), False))
        for row in themes.filter(free_text_id__in=ids).values_list(
            "free_text_id", "free_text__partnership_id", "code", "sentiment"
        )
    ]
    frames = Frames(row[1] for row in rows)
    titles = frames.all_titles()
    found: dict[UUID, dict[str, Theme]] = {}
    for key, partnership, code, sentiment, checked in rows:
        name = frames.of(partnership).reads(code)
        themes = found.setdefault(key, {})
        felt = together(themes[name].sentiment, sentiment) if name in themes else sentiment
        themes[name] = Theme(name, titles.get(name, name), felt, checked)
    return {key: sorted(themes.values(), key=lambda theme: theme.title) for key, themes in found.items()}


def together(*sentiments: str) -> str:
    """What several sentiments about one theme come to."""
    return sentiments[0] if len(set(sentiments)) == 1 else Sentiment.MIXED
