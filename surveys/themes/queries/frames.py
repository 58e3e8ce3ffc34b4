"""Which themes list a partnership uses: its own newest version, else the one that the product ships."""

from collections.abc import Iterable
from functools import cache
from uuid import UUID

from django.db.models import Q, QuerySet

from surveys.themes import codeframe as codeframes
from surveys.themes.codeframe import Codeframe as Codeframe
from surveys.themes.models import CodeframeVersion, CodeSuccession


@cache
def shipped() -> Codeframe:
    """The list that everybody starts from."""
    return codeframes.own_copy(codeframes.maternity())


class Frames:
    """The newest lists of some partnerships, read at once; who has none of her own uses the shipped one."""

    def __init__(self, organisation_ids: Iterable[UUID]) -> None:
        self._ids = list(dict.fromkeys(organisation_ids))
        newest = (
            CodeframeVersion.objects.filter(organisation_id__in=self._ids)
            .order_by("organisation_id", "-number")
            .distinct("organisation_id")
        )
        self._own = {version.organisation_id: frame_of(version) for version in newest}

    def of(self, organisation_id: UUID) -> Codeframe:
        """The list of one of them."""
        return self._own.get(organisation_id, shipped())

    def all(self) -> list[Codeframe]:
        """The lists of all of them, in the order of the partnerships."""
        return [self.of(key) for key in self._ids]

    def own(self) -> list[Codeframe]:
        """Those lists that are a partnership's own."""
        return list(self._own.values())

    def titles(self) -> dict[str, str]:
        """What the codes in use at any of them are called, in the order of the lists."""
        frames = self.all() or [shipped()]
        return {code.code: code.title for frame in reversed(frames) for code in frame.codes}

    def all_titles(self) -> dict[str, str]:
        """The same, with the codes of the past."""
        frames = self.all() or [shipped()]
        return {code: title for frame in frames for code, title in frame.titles().items()} | self.titles()


def codeframe(organisation_id: UUID) -> Codeframe:
    """The themes list in use at an MVP (after a loss, and for its own consultations, at an LMS)."""
    return Frames([organisation_id]).of(organisation_id)


def frame_of(version: CodeframeVersion) -> Codeframe:
    """A stored version as a list."""
    return codeframes.read(version.list, name=version.name, version=version.number)


def versions(organisation_id: UUID) -> QuerySet[CodeframeVersion]:
    """Every version of a partnership's own list, the newest first."""
    found = CodeframeVersion.objects.filter(organisation_id=organisation_id)
    return found.select_related("made_by").order_by("-number")


def counts_as(code: str) -> Q:
    """Of decisions and suggestions: those that are read as this code today, wherever they were made."""
    elsewhere = Q(pk__in=[])
    wanted = Q(code=code)
    for organisation_id, predecessor, successor in _readings():
        here = Q(free_text__partnership_id=organisation_id, code=predecessor)
        if successor == code:
            wanted |= here
        elif predecessor == code:
            elsewhere |= here
    return wanted & ~elsewhere


def _readings() -> Iterable[tuple[UUID, str, str]]:
    """What each code that was ever merged is read as, by partnership: its latest succession says it."""
    rows = CodeSuccession.objects.exclude(how=CodeSuccession.How.SPLIT)
    latest = rows.order_by("organisation_id", "predecessor", "-number").distinct(
        "organisation_id", "predecessor"
    )
    return latest.values_list("organisation_id", "predecessor", "successor")
