"""How often each theme comes up, for those who may see working counts."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet

from surveys.themes.models import Sentiment
from surveys.themes.queries.codes import decided, in_themes, title_of, unreviewed


@dataclass(frozen=True)
class ThemeCount:
    """One theme in a period: comments by sentiment, and how many of them a person has checked.

    Not suppressed: for the chair and her moderators only.
    """

    code: str
    title: str
    by_sentiment: dict[str, int]
    checked: int

    @property
    def comments(self) -> int:
        return sum(self.by_sentiment.values())


def overview(partnership_ids: Collection[UUID], *, start: date, end: date) -> list[ThemeCount]:
    """The themes of the days `[start, end)` that somebody spoke of, the most frequent first."""
    texts = in_themes(partnership_ids, start=start, end=end).order_by().values("pk")
    checked = _counted(decided().filter(free_text__in=texts))
    suggested = _counted(unreviewed().filter(free_text__in=texts))
    counts = [_theme(code, checked, suggested) for code in {code for code, _ in [*checked, *suggested]}]
    return sorted(counts, key=lambda theme: (-theme.comments, theme.title))


def _counted(themes: "QuerySet[Any]") -> Counter[tuple[str, str]]:
    rows = themes.values_list("code", "sentiment").annotate(texts=Count("free_text_id"))
    return Counter({(code, sentiment): texts for code, sentiment, texts in rows})


def _theme(code: str, checked: Counter[tuple[str, str]], suggested: Counter[tuple[str, str]]) -> ThemeCount:
    both = checked + suggested
    return ThemeCount(
        code=code,
        title=title_of(code),
        by_sentiment={sentiment: both[code, sentiment] for sentiment in Sentiment.values},
        checked=sum(checked[code, sentiment] for sentiment in Sentiment.values),
    )
