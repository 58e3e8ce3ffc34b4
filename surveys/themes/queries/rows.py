"""The themes of one text as somebody decides about them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from surveys.responses.models import FreeText
from surveys.themes.codeframe import Codeframe
from surveys.themes.models import ThemeDecision
from surveys.themes.queries.codes import suggestions_of, together
from surveys.themes.queries.frames import codeframe


@dataclass(frozen=True)
class ThemeRow:
    """One theme to decide about: `sentiment` is the decision or else the suggestion, empty for "not this".

    `evidence`: where in her words (start, end) the suggestion comes from; empty for what a person added.
    `instead_of`: the theme that a person had given the comment and that was split into this one and others;
    the question is then open, whatever `sentiment` says.
    """

    code: str
    title: str
    sentiment: str
    suggested: bool
    evidence: Sequence[tuple[int, int]] = ()
    instead_of: str = ""


def theme_rows(free_text_id: UUID) -> list[ThemeRow]:
    """What is suggested for a text, the surest first, then what people added; with decisions, where made.

    All of it in the list of today: merged codes are one, those of a code that was split are asked about anew,
    and retired ones are left out.
    """
    frame = codeframe(FreeText.objects.values_list("partnership_id", flat=True).get(pk=free_text_id))
    decided = _decided(free_text_id, frame)
    rows = {row.code: row for row in _suggested(free_text_id, frame)}
    for code, sentiment in sorted(decided.items()):
        row = rows.get(code) or ThemeRow(code, frame.titles()[code], "", suggested=False)
        rows[code] = replace(row, sentiment=sentiment)
    return [*rows.values(), *_asked_again(free_text_id, frame, known=rows)]


def _suggested(free_text_id: UUID, frame: Codeframe) -> Iterable[ThemeRow]:
    rows: dict[str, ThemeRow] = {}
    for each in suggestions_of(free_text_id):
        code = frame.reads(each.code)
        evidence = [(start, end) for start, end in each.evidence]
        row = rows.get(code) or ThemeRow(code, frame.titles().get(code, code), each.sentiment, suggested=True)
        felt = together(row.sentiment, each.sentiment)
        rows[code] = replace(row, sentiment=felt, evidence=[*row.evidence, *evidence])
    return [row for row in rows.values() if frame.has(row.code)]


def _decided(free_text_id: UUID, frame: Codeframe) -> dict[str, str]:
    """The sentiment of each decision, empty where it says that the theme is not there."""
    said: dict[str, str] = {}
    for decision in ThemeDecision.objects.filter(free_text_id=free_text_id).order_by("code"):
        code = frame.reads(decision.code)
        if frame.has(code):
            told = [each for each in (said.get(code, ""), decision.sentiment) if each]
            said[code] = together(*told) if told else ""
    return said


def _asked_again(free_text_id: UUID, frame: Codeframe, *, known: Iterable[str]) -> list[ThemeRow]:
    asks = frame.asks_again()
    found = ThemeDecision.objects.filter(free_text_id=free_text_id, present=True).order_by("code")
    split = {frame.reads(decision.code) for decision in found}
    return [
        ThemeRow(code, frame.code(code).title, "", suggested=False, instead_of=asks[old].code.title)
        for old in sorted(split & set(asks))
        for code in asks[old].became
        if frame.has(code) and code not in known
    ]
