"""Samples that a second person codes blind, and how far the two agree."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from surveys.figures.agreement import cohen_kappa, krippendorff_alpha, masi_distance
from surveys.moderation import queries as moderation
from surveys.people.models import User
from surveys.responses import queries as responses
from surveys.responses.models import Purpose
from surveys.themes.codeframe import Codeframe
from surveys.themes.models import CodingItem as CodingItem
from surveys.themes.models import CodingSample as CodingSample
from surveys.themes.queries.codes import decided
from surveys.themes.queries.frames import codeframe

FEWEST = 5
"""The least number of comments that either gave a theme, for a figure about that theme alone."""


@dataclass(frozen=True)
class CodeAgreement:
    """One theme: to how many comments both, only the first, only the second gave it; None: too few to say."""

    code: str
    title: str
    both: int
    first_only: int
    second_only: int
    kappa: float | None


@dataclass(frozen=True)
class Agreement:
    """How far two people agree about the comments of a sample that both have coded.

    `kappa` and `alpha` are over all decisions "this comment, this theme: yes or no"; `alpha_masi` is over the
    whole sets of themes, in which nearly the same counts as nearly the same.
    """

    comments: int
    kappa: float | None
    alpha: float | None
    alpha_masi: float | None
    codes: list[CodeAgreement]


def samples(organisation_id: UUID) -> QuerySet[CodingSample]:
    """The samples of a partnership, the newest first, with how many comments are in each and coded."""
    return (
        CodingSample.objects.filter(organisation_id=organisation_id)
        .select_related("coder", "drawn_by")
        .annotate(size=Count("items"), coded=Count("items", filter=Q(items__second__isnull=False)))
        .order_by("-drawn_at", "-id")
    )


def next_to_code(sample: CodingSample) -> CodingItem | None:
    """The next comment for the second person; what may no longer be read or used is passed over."""
    return usable(sample).filter(second__isnull=True).first()


def usable(sample: CodingSample) -> QuerySet[CodingItem]:
    """The items whose comments are safe to read, not taken back, and may be used in themes."""
    readable = moderation.cleared([sample.organisation_id]).filter(responses.agreed_to(Purpose.THEMES))
    items = sample.items.filter(free_text__in=readable)
    return items.select_related("free_text__response__unit", "first_by", "settled_by").order_by("position")


def differences(sample: CodingSample) -> list[CodingItem]:
    """Where the two say different things, settled or not, in the order of the sample."""
    return [item for item in usable(sample) if item.second is not None and differs(item)]


def difference(organisation_id: UUID, item_id: UUID) -> CodingItem | None:
    """One comment of a partnership's about which the two differ."""
    sample = CodingSample.objects.filter(organisation_id=organisation_id, items=item_id).first()
    return next((item for item in differences(sample) if item.pk == item_id), None) if sample else None


def differs(item: CodingItem) -> bool:
    """Whether the two gave a comment other themes, or another sentiment to one of them."""
    frame = codeframe(item.free_text.partnership_id)
    return _read(item.first, frame) != _read(item.second or {}, frame)


def agreement(sample: CodingSample) -> Agreement:
    """How far the two agree, by theme and over all; sentiments are not part of it."""
    frame = codeframe(sample.organisation_id)
    pairs = [
        (frozenset(_read(item.first, frame)), frozenset(_read(item.second, frame)))
        for item in usable(sample)
        if item.second is not None
    ]
    titles = frame.titles()
    codes = sorted(
        {code for first, second in pairs for code in first | second}, key=lambda code: titles[code]
    )
    everything = [
        (code.code in first, code.code in second) for first, second in pairs for code in frame.codes
    ]
    return Agreement(
        comments=len(pairs),
        kappa=cohen_kappa(everything),
        alpha=krippendorff_alpha(everything),
        alpha_masi=krippendorff_alpha(pairs, masi_distance),
        codes=[_about(code, titles[code], pairs) for code in codes],
    )


def _about(code: str, title: str, pairs: Iterable[tuple[frozenset[str], frozenset[str]]]) -> CodeAgreement:
    said = [(code in first, code in second) for first, second in pairs]
    both, first_only = said.count((True, True)), said.count((True, False))
    second_only = said.count((False, True))
    enough = both + first_only + second_only >= FEWEST
    return CodeAgreement(code, title, both, first_only, second_only, cohen_kappa(said) if enough else None)


def decided_by_others(partnership_id: UUID, coder: User) -> list[tuple[UUID, str, str]]:
    """The decided comments that somebody else may code blind: (key, language, stage), in a fixed order."""
    texts = moderation.cleared([partnership_id]).filter(
        responses.agreed_to(Purpose.THEMES),
        themereview__isnull=False,
        response__consultation__isnull=True,
        screening__isnull=False,
    )
    others = texts.exclude(themereview__reviewed_by=coder).order_by("pk")
    return list(others.values_list("pk", "screening__language", "response__stage"))


def present_themes(free_text_ids: Collection[UUID]) -> dict[UUID, dict[str, str]]:
    """What people decided about these comments: sentiment by code."""
    found: dict[UUID, dict[str, str]] = {}
    for key, code, sentiment in (
        decided().filter(free_text_id__in=free_text_ids).values_list("free_text_id", "code", "sentiment")
    ):
        found.setdefault(key, {})[code] = sentiment
    return found


def _read(said: dict[str, str], frame: Codeframe) -> dict[str, str]:
    return {frame.reads(code): sentiment for code, sentiment in sorted(said.items())}
