"""The forms with which somebody hides details of a comment, and shows some of them again."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, cast

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from surveys.moderation import queries as moderation
from surveys.moderation.queries import KINDS, Kind, Redaction, ToCheck, Unhidden
from surveys.themes.queries import Codeframe, ThemeRow
from surveys.web import nhs_forms as nhs
from surveys.web.desk import wording
from surveys.web.desk.listen.forms import ThemesForm
from surveys.web.desk.listen.taking_back import Before

# In a form: a stretch of her words and its kind, such as "12-17-name".
CODE = re.compile(r"(\d{1,6})-(\d{1,6})-(\w+)")
INSTEAD = "instead-"


@dataclass(frozen=True)
class Row:
    """One stretch on the list of what to hide."""

    code: str
    words: str
    kind: str
    suggested: bool
    checked: bool
    instead: Any


class CheckForm(ThemesForm):
    """Which details to hide, what stands there instead, and what the comment is about.

    `saving`: she is done, so what she leaves readable of the suggestions needs a reason.
    """

    hide = nhs.MultipleChoiceField(label=gettext_lazy("Hide these"), required=False)
    more = nhs.TextField(
        label=gettext_lazy("Hide something else"),
        label_size="s",
        help_text=gettext_lazy("Type the words as they stand in the comment. Start a new line for each."),
        rows=2,
        required=False,
        max_length=1000,
    )
    kind = nhs.SelectField(label=gettext_lazy("What stands there instead?"), initial="name", required=False)
    why_not = nhs.SelectField(
        label=gettext_lazy("Why leave readable what was suggested?"),
        label_size="s",
        empty=cast("str", gettext_lazy("Choose a reason")),
        choices=Unhidden.Reason.choices,
        required=False,
    )

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        item: ToCheck,
        rows: Sequence[ThemeRow],
        frame: Codeframe,
        saving: bool = False,
        before: Before | None = None,
    ) -> None:
        rows = before.rows(rows, {code.code: code.title for code in frame.codes}) if before else rows
        super().__init__(data, rows=rows, frame=frame, words=item.words)
        self.item, self.saving = item, saving
        hidden = before.marks if before else item.suggested
        chosen = {code_of(mark): mark.instead or mark.kind for mark in hidden}
        added = [*_sent(data, item.words), *(_plain(mark) for mark in hidden)]
        self.marks = [*item.suggested, *(mark for mark in added if mark not in item.suggested)]
        self._choose("hide", [(code_of(mark), mark.kind) for mark in self.marks])
        self.fields["hide"].initial = list(chosen)
        self.fields["why_not"].initial = before.why_not if before else ""
        self._choose("kind", list(_offered("name", "")))
        for mark in self.marks:
            by_rule = moderation.instead_of(item.words, mark)
            self.fields[INSTEAD + code_of(mark)] = nhs.SelectField(
                label=_("Instead of “%(words)s”") % {"words": _words(mark, item.words)},
                choices=list(_offered(mark.kind, by_rule)),
                initial=chosen.get(code_of(mark), mark.kind),
                required=False,
            )

    def _choose(self, field: str, choices: list[tuple[str, str]]) -> None:
        self.fields[field].choices = choices  # type: ignore[attr-defined]

    def hide_rows(self) -> Iterator[Row]:
        """What is on the list, the suggestions first."""
        ticked = set(self["hide"].value() or ())
        for mark in self.marks:
            code = code_of(mark)
            words, suggested = _words(mark, self.item.words), mark in self.item.suggested
            yield Row(code, words, mark.kind, suggested, code in ticked, self[INSTEAD + code])

    def ticked(self) -> list[Redaction]:
        """What is marked in her words on the page; with what was typed, once all of it can be read."""
        if self.is_bound and self.is_valid():
            return self.redactions()
        codes = {row.code for row in self.hide_rows() if row.checked}
        return [mark for mark in self.marks if code_of(mark) in codes]

    def clean_more(self) -> list[tuple[int, int]]:
        """Where the typed words stand in the comment, each time they do."""
        lines = [line.strip() for line in self.cleaned_data["more"].splitlines() if line.strip()]
        found = {line: _places(line, self.item.words) for line in lines}
        missing = next((line for line, places in found.items() if not places), None)
        if missing:
            message = _("“%(words)s” does not stand in the comment. Type it just as she did.")
            self.add_error("more", message % {"words": missing})
        return [place for places in found.values() for place in places]

    def clean(self) -> dict[str, Any]:
        """A suggestion is left readable for a reason."""
        super().clean()
        if self.saving and not self.errors and not self.cleaned_data["why_not"]:
            left = moderation.not_covered(self.item.suggested, self.redactions())
            if left:
                message = _("Say why “%(words)s” need not be hidden")
                self.add_error("why_not", message % {"words": _words(left[0], self.item.words)})
        return self.cleaned_data

    def redactions(self) -> list[Redaction]:
        """What is ticked and what was typed, in the order of the text."""
        chosen = set(self.cleaned_data["hide"])
        marks = [
            _marked(mark.start, mark.end, self.cleaned_data[INSTEAD + code_of(mark)] or mark.kind)
            for mark in self.marks
            if code_of(mark) in chosen
        ]
        kind = self.cleaned_data["kind"] or "name"
        return sorted(
            [*marks, *(_marked(start, end, kind) for start, end in self.cleaned_data.get("more") or ())]
        )


class UnhideForm(nhs.NhsForm):
    """What others may read again, and why."""

    show = nhs.MultipleChoiceField(
        label=gettext_lazy("Which may others read again?"),
        label_size="s",
        small=True,
        error_messages={"required": gettext_lazy("Choose what others may read again")},
    )
    reason = nhs.RadioField(
        label=gettext_lazy("Why?"),
        label_size="s",
        choices=Unhidden.Reason.choices,
        small=True,
        error_messages={"required": gettext_lazy("Choose why it need not be hidden")},
    )

    def __init__(self, data: QueryDict | None = None, *, item: ToCheck) -> None:
        super().__init__(data)
        self.hidden = {code_of(mark): mark for mark in item.hidden}
        choices = [
            (code, f"{_words(mark, item.words)} ({mark.instead or wording.KINDS[mark.kind].lower()})")
            for code, mark in self.hidden.items()
        ]
        self.fields["show"].choices = choices  # type: ignore[attr-defined]

    def marks(self) -> list[Redaction]:
        """What was chosen."""
        return [self.hidden[code] for code in self.cleaned_data["show"]]


def code_of(mark: Redaction) -> str:
    """A stretch as it stands in a form."""
    return f"{mark.start}-{mark.end}-{mark.kind}"


def new_row() -> list[tuple[str, str]]:
    """What may stand instead of a stretch that is added on the page."""
    return list(_offered("name", ""))


def _offered(kind: str, by_rule: str) -> Iterator[tuple[str, str]]:
    """What may stand in the place of a stretch: by the rules, a person's job, or a kind in brackets."""
    yield kind, _by_rule(by_rule)
    for words in moderation.stand_ins():
        yield words, words
    for other in wording.KINDS:
        if other != kind:
            yield other, moderation.bracketed(cast("Kind", other))


def _by_rule(words: str) -> str:
    """What stands there when nobody chooses, in the list of what may."""
    if not words:
        return _("[name], or the job before it")
    return words if words.startswith("[") else _("%(job)s, without the name") % {"job": words}


def _marked(start: int, end: int, chosen: str) -> Redaction:
    if chosen in KINDS:
        return Redaction(start, end, chosen)
    return Redaction(start, end, "name", chosen)


def _sent(data: QueryDict | None, words: str) -> Iterable[Redaction]:
    """The stretches that were sent, as far as they fit her words."""
    for code in data.getlist("hide") if data is not None else ():
        match = CODE.fullmatch(code)
        if match and match[3] in KINDS and int(match[1]) < int(match[2]) <= len(words):
            yield Redaction(int(match[1]), int(match[2]), cast("Kind", match[3]))


def _plain(mark: Redaction) -> Redaction:
    """A stretch without what stands there instead: as it stands on the list."""
    return Redaction(mark.start, mark.end, mark.kind)


def _words(mark: Redaction, words: str) -> str:
    return words[mark.start : mark.end]


def _places(typed: str, words: str) -> list[tuple[int, int]]:
    # Whole words only: to hide "Ann" must not hide a part of "planned".
    pattern = rf"(?<!\w){re.escape(typed)}(?!\w)"
    return [match.span() for match in re.finditer(pattern, words, flags=re.IGNORECASE)]
