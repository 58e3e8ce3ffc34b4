"""Search over what somebody may read: safe texts of her own partnerships, by words and by what is known.

Nothing else can be found: every query starts from `moderation.cleared`, among the organisations that she may
search. A page costs as much for twenty results as for twenty thousand.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.search import SearchQuery
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from surveys.moderation import queries as moderation
from surveys.moderation.parts import Part
from surveys.people.models import User
from surveys.responses import queries as responses
from surveys.responses.models import FreeText, Purpose
from surveys.themes import policies
from surveys.themes.models import ThemeReview
from surveys.themes.queries.codes import unreviewed
from surveys.themes.queries.feedback import HeardText, heard_texts
from surveys.themes.queries.quotes import about
from surveys.themes.queries.stems import stems
from surveys.themes.search import words as search_words
from surveys.themes.search.words import Term

PAGE = 20
# More are not counted: nobody reads them all, and counting them would slow the page.
MOST = 1000
ENGLISH = "en"
NOT_ENGLISH = "not-en"
# From and to, in words.
LENGTHS = {"short": (0, 20), "medium": (21, 100), "long": (101, 1_000_000)}
_ROW = "clearance__findable__"
NEWEST = (f"-{_ROW}said_at", "-pk")
OLDEST = (f"{_ROW}said_at", "pk")


class ReadyQuery(SearchQuery):
    """A tsquery that is written out already (`search_words.asked`)."""

    def __init__(self, written: str) -> None:
        super().__init__(written)
        self.written = written

    def as_sql(self, *args: Any, **kwargs: Any) -> Any:
        """As PostgreSQL reads it, without parsing its words."""
        return "%s::tsquery", [self.written]


@dataclass(frozen=True)
class Looked:
    """What somebody looks for; what is left empty is not asked for. Days are `[since, until)` in London.

    `decided`: "people" or "machine", by whom its themes are; `quotable`: "yes" or "no"; `length`: of LENGTHS.
    """

    terms: Sequence[Term] = ()
    code: str = ""
    sentiment: str = ""
    decided: str = ""
    stage: str = ""
    unit_id: UUID | None = None
    since: date | None = None
    until: date | None = None
    language: str = ""
    quotable: str = ""
    length: str = ""


@dataclass(frozen=True)
class Mark:
    """A place in the results, which are newest first: what comes after this text, or before it (`newer`)."""

    said_at: datetime
    text_id: UUID
    newer: bool = False


@dataclass(frozen=True)
class Found:
    """A text that was found, as others see it; `parts`: its words, with what was looked for apart."""

    text: FreeText
    heard: HeardText
    parts: Sequence[Part]
    said_at: datetime
    language: str


@dataclass(frozen=True)
class FoundPage:
    """A page of results; `number` of all, at most MOST (`are_more`: there are more than that)."""

    found: Sequence[Found]
    number: int
    are_more: bool
    newer: Mark | None
    older: Mark | None


def searched(
    partnership_ids: Collection[UUID], looked: Looked, *, after_loss: bool, by: User
) -> QuerySet[FreeText]:
    """The safe texts that fit, of those partnerships that `by` may search."""
    mine = policies.searchable(by, partnership_ids, after_loss=after_loss)
    texts = moderation.cleared(mine, after_loss=after_loss).filter(
        clearance__findable__partnership_id__in=mine
    )
    plain = {
        "response__stage": looked.stage,
        "response__unit_id": looked.unit_id,
        f"{_ROW}said_at__date__gte": looked.since,
        f"{_ROW}said_at__date__lt": looked.until,
    }
    texts = texts.filter(**{field: value for field, value in plain.items() if value})
    texts = _by_themes(_by_row(texts, looked), looked)
    if looked.quotable:
        agreed = responses.agreed_to(Purpose.QUOTE)
        texts = texts.filter(agreed if looked.quotable == "yes" else ~agreed)
    return texts.annotate(found_at=F(f"{_ROW}said_at"), found_language=F(f"{_ROW}language"))


def _by_row(texts: QuerySet[FreeText], looked: Looked) -> QuerySet[FreeText]:
    if looked.language == NOT_ENGLISH:
        texts = texts.exclude(**{f"{_ROW}language": ENGLISH})
    elif looked.language:
        texts = texts.filter(**{f"{_ROW}language": looked.language})
    if looked.length:
        texts = texts.filter(**{f"{_ROW}length__range": LENGTHS[looked.length]})
    return texts


def _by_themes(texts: QuerySet[FreeText], looked: Looked) -> QuerySet[FreeText]:
    if looked.code or looked.sentiment:
        texts = about(texts, code=looked.code, sentiment=looked.sentiment)
    if looked.decided == "people":
        texts = texts.filter(Exists(ThemeReview.objects.filter(free_text=OuterRef("pk"))))
    if looked.decided == "machine":
        texts = texts.filter(Exists(unreviewed().filter(free_text=OuterRef("pk"))))
    return texts


def with_words(texts: QuerySet[FreeText], terms: Sequence[Term]) -> QuerySet[FreeText]:
    """Those of the texts in which every term is found."""
    if not terms:
        return texts
    written = search_words.asked(terms, _stems_of(terms))
    return texts.filter(**{f"{_ROW}words": ReadyQuery(written)})


def not_with_words(texts: QuerySet[FreeText], terms: Sequence[Term]) -> QuerySet[FreeText]:
    """Those of the texts that are not found by the terms."""
    if not terms:
        return texts
    written = search_words.asked(terms, _stems_of(terms))
    return texts.exclude(**{f"{_ROW}words": ReadyQuery(written)})


def search(
    partnership_ids: Collection[UUID],
    looked: Looked,
    *,
    mark: Mark | None = None,
    after_loss: bool = False,
    by: User,
) -> FoundPage:
    """The page of results that begins at a mark, or the newest."""
    texts = searched(partnership_ids, looked, after_loss=after_loss, by=by)
    texts = with_words(texts, looked.terms)
    number = texts.order_by()[: MOST + 1].count()
    rows, is_first, is_last = _page(texts, mark)
    return FoundPage(
        found=as_found(rows, looked.terms),
        number=min(number, MOST),
        are_more=number > MOST,
        newer=None if is_first else _mark(rows[0], newer=True),
        older=None if is_last else _mark(rows[-1], newer=False),
    )


def _page(texts: QuerySet[FreeText], mark: Mark | None) -> tuple[list[FreeText], bool, bool]:
    """The texts of a page, and whether it is the first and the last."""
    if mark is None:
        rows = list(texts.order_by(*NEWEST)[: PAGE + 1])
        return rows[:PAGE], True, len(rows) <= PAGE
    if mark.newer:
        rows = list(_beyond(texts, mark).order_by(*OLDEST)[: PAGE + 1])
        return rows[:PAGE][::-1], len(rows) <= PAGE, not rows
    rows = list(_beyond(texts, mark).order_by(*NEWEST)[: PAGE + 1])
    return rows[:PAGE], not rows, len(rows) <= PAGE


def _beyond(texts: QuerySet[FreeText], mark: Mark) -> QuerySet[FreeText]:
    side = "gt" if mark.newer else "lt"
    later = Q(**{f"{_ROW}said_at__{side}": mark.said_at})
    same = Q(**{f"{_ROW}said_at": mark.said_at, f"pk__{side}": mark.text_id})
    return texts.filter(later | same)


def _mark(text: FreeText, *, newer: bool) -> Mark:
    return Mark(text.found_at, text.pk, newer)  # type: ignore[attr-defined]


def as_found(texts: Sequence[FreeText], terms: Sequence[Term]) -> list[Found]:
    """These texts as they are shown, in a number of queries that does not grow with them."""
    versions = {text.response_id: text.response.version_id for text in texts}
    heard = heard_texts(texts, versions)
    known = stems(_english_words(texts, heard)) if terms else {}
    asked = _stems_of(terms)
    return [
        Found(
            text=text,
            heard=one,
            parts=search_words.shown(one.words, terms, (known if _is_english(text) else {}) | asked),
            said_at=text.found_at,  # type: ignore[attr-defined]
            language=text.found_language,  # type: ignore[attr-defined]
        )
        for text, one in zip(texts, heard, strict=True)
    ]


def _english_words(texts: Sequence[FreeText], heard: Sequence[HeardText]) -> set[str]:
    return {
        word
        for text, one in zip(texts, heard, strict=True)
        if _is_english(text)
        for word in search_words.words_of(one.words)
    }


def _is_english(text: FreeText) -> bool:
    return bool(text.found_language == ENGLISH)  # type: ignore[attr-defined]


def _stems_of(terms: Iterable[Term]) -> dict[str, str]:
    words = {word for term in terms for word in term.words}
    return stems(words) if words else {}
