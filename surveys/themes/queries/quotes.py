"""Words that women allowed us to quote, once they are safe to read."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from surveys.moderation import queries as moderation
from surveys.responses import queries as responses
from surveys.responses.models import FreeText, Purpose
from surveys.themes.models import ThemeReview
from surveys.themes.queries.codes import decided, in_themes, unreviewed
from surveys.themes.queries.frames import counts_as

ENGLISH = Q(response__language="en") & (Q(screening__language="en") | Q(screening__isnull=True))


@dataclass(frozen=True)
class Quote:
    """A quote with all that may stand beside it: never a unit, an age or an ethnic group."""

    text: str
    stage: str
    month: date


def quotes(
    partnership_ids: Collection[UUID],
    *,
    start: date,
    end: date,
    code: str,
    sentiment: str = "",
    most: int = 3,
) -> list[Quote]:
    """At most `most` quotes about a theme from the days `[start, end)`: first those that a person themed.

    Only words that are safe to read, that she allowed to be quoted, and about which no risk is open. English
    ones, until there are translations: a board cannot read others, and a rare language says who she is.
    """
    told = in_themes(partnership_ids, start=start, end=end).filter(ENGLISH)
    texts = (
        _quotable(about(told, code=code, sentiment=sentiment), partnership_ids)
        .annotate(reviewed=Exists(ThemeReview.objects.filter(free_text=OuterRef("pk"))))
        .order_by("-reviewed", responses.SAID_AT.desc(), "-id")[:most]
    )
    words = moderation.safe_texts(text.pk for text in texts)
    return [Quote(words[text.pk], text.response.stage, text.local_month) for text in texts]


def still_quotable(partnership_ids: Collection[UUID], words: Collection[str]) -> set[str]:
    """Those of these words that stand, just so, in a text that may be quoted now."""
    found = moderation.cleared(partnership_ids).filter(
        responses.agreed_to(Purpose.THEMES), clearance__safe_text__in=words
    )
    return set(_quotable(found, partnership_ids).values_list("clearance__safe_text", flat=True))


def _quotable(texts: QuerySet[FreeText], partnership_ids: Collection[UUID]) -> QuerySet[FreeText]:
    """Those of the texts that are safe to read, that she allowed to be quoted, and that hold no open risk."""
    return texts.filter(
        responses.agreed_to(Purpose.QUOTE), pk__in=moderation.cleared(partnership_ids).values("pk")
    ).exclude(pk__in=moderation.open_cases(partnership_ids).values("free_text_id"))


def about(texts: QuerySet[FreeText], *, code: str = "", sentiment: str = "") -> QuerySet[FreeText]:
    """Those of the texts that have a theme: this one, where it is given, and with this sentiment."""
    wanted = Q(free_text=OuterRef("pk")) & (Q(sentiment=sentiment) if sentiment else Q())
    wanted &= counts_as(code) if code else Q()
    return texts.filter(Exists(decided().filter(wanted)) | Exists(unreviewed().filter(wanted)))
