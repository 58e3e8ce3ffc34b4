"""How often each theme comes up, for those who may see working counts."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from surveys.themes.models import Sentiment
from surveys.themes.queries.codes import decided, in_themes, together, unreviewed
from surveys.themes.queries.frames import Frames


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
    frames = Frames(partnership_ids)
    titles = frames.all_titles()
    checked = _counted(decided().filter(free_text__in=texts), frames)
    suggested = _counted(unreviewed().filter(free_text__in=texts), frames)
    counts = [
        _theme(code, titles.get(code, code), checked, suggested)
        for code in {code for code, _ in [*checked, *suggested]}
    ]
    return sorted(counts, key=lambda theme: (-theme.comments, theme.title))


def _counted(themes: "QuerySet[Any]", frames: Frames) -> Counter[tuple[str, str]]:
    """Comments by theme and sentiment; a comment counts once for themes that were merged."""
    said: dict[tuple[UUID, str], str] = {}
    for key, partnership, code, sentiment in themes.values_list(
        "free_text_id", "free_text__partnership_id", "code", "sentiment"
    ).iterator():
        name = frames.of(partnership).reads(code)
        said[key, name] = together(said.get((key, name), sentiment), sentiment)
    return Counter((name, sentiment) for (_, name), sentiment in said.items())


def _theme(
    code: str, title: str, checked: Counter[tuple[str, str]], suggested: Counter[tuple[str, str]]
) -> ThemeCount:
    both = checked + suggested
    return ThemeCount(
        code=code,
        title=title,
        by_sentiment={sentiment: both[code, sentiment] for sentiment in Sentiment.values},
        checked=sum(checked[code, sentiment] for sentiment in Sentiment.values),
    )
