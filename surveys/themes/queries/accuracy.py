"""How right the machine was, against what people decided who had its suggestions before them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from surveys.figures.accuracy import Hits, hits
from surveys.figures.suppression import SuppressionRule, suppress_row
from surveys.moderation import queries as moderation
from surveys.responses import queries as responses
from surveys.responses.models import Purpose
from surveys.themes.queries.codes import decided
from surveys.themes.queries.frames import codeframe

FEWEST = 30
"""Under so many decisions a figure would say more of chance than of the machine."""
RULE = SuppressionRule()
# Words that a comment has at most, and what comments of that length are called.
LENGTHS = ((20, "Up to 20 words"), (60, "21 to 60 words"), (None, "More than 60 words"))


@dataclass(frozen=True)
class Line:
    """One group of decisions; `hits` is None where there are too few, or where it would give another away."""

    name: str
    decisions: int | None
    hits: Hits | None


@dataclass(frozen=True)
class Accuracy:
    """The machine against people: all of it, then by theme, language, stage and length.

    `comments`: how many were decided with suggestions kept; under `FEWEST` all else is hidden.
    """

    comments: int
    overall: Hits | None = None
    groups: Mapping[str, list[Line]] = field(default_factory=dict)


def accuracy(partnership_id: UUID) -> Accuracy:
    """From the decisions of people and what the machine had suggested to them; see `ThemeReview.machine`.

    A theme's line is about the comments to which it was suggested or given. All else is about whole comments.
    """
    told = _told(partnership_id)
    if len(told) < FEWEST:
        return Accuracy(len(told))
    frame = codeframe(partnership_id)
    found = [_hits_of(one, frame.reads) for one in told]
    titles = frame.titles()
    by_code: defaultdict[str, list[Hits]] = defaultdict(list)
    for each in found:
        for code, hit in each.items():
            by_code[titles.get(code, code)].append(hit)
    whole = [sum(each.values(), Hits()) for each in found]
    return Accuracy(
        comments=len(told),
        overall=sum(whole, Hits()),
        groups={
            "code": [_line(name, hit) for name, hit in sorted(by_code.items())],
            "language": _apart((one.language, hit) for one, hit in zip(told, whole, strict=True)),
            "stage": _apart((one.stage, hit) for one, hit in zip(told, whole, strict=True)),
            "length": _apart((_length(one.words), hit) for one, hit in zip(told, whole, strict=True)),
        },
    )


@dataclass(frozen=True)
class _Told:
    """One decided comment."""

    suggested: frozenset[str]
    decided: frozenset[str]
    language: str
    stage: str
    words: int


def _told(partnership_id: UUID) -> list[_Told]:
    texts = moderation.cleared([partnership_id]).filter(
        responses.agreed_to(Purpose.THEMES),
        themereview__machine__isnull=False,
        response__consultation__isnull=True,
        screening__isnull=False,
    )
    rows = list(
        texts.values_list(
            "pk",
            "themereview__machine",
            "screening__language",
            "response__stage",
            "clearance__safe_text",
        )
    )
    said: defaultdict[UUID, set[str]] = defaultdict(set)
    for key, code in (
        decided().filter(free_text__in=texts.order_by().values("pk")).values_list("free_text_id", "code")
    ):
        said[key].add(code)
    return [
        _Told(
            frozenset(each["code"] for each in machine or ()),
            frozenset(said[key]),
            language,
            stage,
            len(words.split()),
        )
        for key, machine, language, stage, words in rows
    ]


def _hits_of(one: _Told, reads: Callable[[str], str]) -> dict[str, Hits]:
    return hits(map(reads, one.suggested), map(reads, one.decided))


def _line(name: str, found: Sequence[Hits]) -> Line:
    enough = len(found) >= FEWEST
    return Line(name, len(found) if enough else None, sum(found, Hits()) if enough else None)


def _apart(found: Iterable[tuple[str, Hits]]) -> list[Line]:
    """Groups that add up to the whole: where one is hidden because it is small, so is its company."""
    groups: defaultdict[str, list[Hits]] = defaultdict(list)
    for name, hit in found:
        groups[name].append(hit)
    cells = suppress_row({name: len(each) for name, each in groups.items()}, total_published=True, rule=RULE)
    return [
        _line(name, groups[name]) if cells[name].value is not None else Line(name, None, None)
        for name in sorted(groups, key=lambda name: -len(groups[name]))
    ]


def _length(words: int) -> str:
    return next(name for most, name in LENGTHS if most is None or words <= most)
