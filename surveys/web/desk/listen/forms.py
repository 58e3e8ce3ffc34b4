"""The forms with which somebody checks comments, one or several."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from surveys.moderation.queries import SetAside
from surveys.people.queries import User
from surveys.responses import queries as responses
from surveys.themes import together
from surveys.themes.codeframe import Codeframe
from surveys.themes.queries import ThemeRow
from surveys.themes.together import Done
from surveys.web import nhs_forms as nhs
from surveys.web.desk import wording

NOT_THIS = "no"
THEME = "theme-"


class ThemesForm(nhs.NhsForm):
    """What a comment is about: one question for each theme, and a place to add another."""

    add = nhs.SelectField(
        label=gettext_lazy("Add a theme"),
        label_size="s",
        empty=cast("str", gettext_lazy("Choose a theme")),
        required=False,
    )
    feeling = nhs.SelectField(
        label=gettext_lazy("What did she say about it?"),
        choices=list(wording.SENTIMENTS.items()),
        empty=cast("str", gettext_lazy("Choose")),
        required=False,
    )

    def __init__(
        self, data: QueryDict | None = None, *, rows: Sequence[ThemeRow], frame: Codeframe, words: str = ""
    ) -> None:
        data = _with_added(data)
        super().__init__(data)
        self.rows = [*rows, *_added(data, rows, frame)]
        for row in self.rows:
            self.fields[THEME + row.code] = _theme_field(row, words)
        offered = {row.code for row in self.rows}
        codes = [(code.code, code.title) for code in frame.codes if code.code not in offered]
        self.fields["add"].choices = codes  # type: ignore[attr-defined]

    def theme_groups(self) -> list[Any]:
        """Every theme's question as HTML."""
        return [self[THEME + row.code].as_field_group() for row in self.rows]

    def decisions(self) -> dict[str, str]:
        """The themes that are there, each with its sentiment."""
        said = {row.code: self.cleaned_data[THEME + row.code] for row in self.rows}
        return {code: sentiment for code, sentiment in said.items() if sentiment != NOT_THIS}


def _with_added(data: QueryDict | None) -> QueryDict | None:
    """What was sent, with the theme that is being added among the others."""
    if data is None or not data.get("add"):
        return data
    moved = data.copy()
    moved[f"{THEME}{data['add']}"] = data.get("feeling", "")
    moved["add"] = moved["feeling"] = ""
    return moved


def _added(data: QueryDict | None, rows: Sequence[ThemeRow], frame: Codeframe) -> list[ThemeRow]:
    """The themes that somebody added on the page, in the order of the themes list."""
    sent = {name.removeprefix(THEME) for name in data or () if name.startswith(THEME)}
    new = sent - {row.code for row in rows}
    return [ThemeRow(code.code, code.title, "", suggested=False) for code in frame.codes if code.code in new]


def _theme_field(row: ThemeRow, words: str) -> nhs.RadioField:
    because = ", ".join(f"“{words[start:end]}”" for start, end in row.evidence if words)
    return nhs.RadioField(
        label=row.title,
        label_size="s",
        help_text=_hint(row, because),
        choices=[*wording.SENTIMENTS.items(), (NOT_THIS, _("Not this"))],
        initial=None if row.instead_of else row.sentiment or NOT_THIS,
        inline=True,
        small=True,
        error_messages={"required": _("Say what she said about “%(theme)s”") % {"theme": row.title}},
    )


def _hint(row: ThemeRow, because: str) -> str:
    if row.instead_of:
        return _("“%(theme)s” was split into this and others. Is the comment about this?") % {
            "theme": row.instead_of
        }
    return _("Suggested because of %(words)s") % {"words": because} if because else ""


class AsideForm(nhs.NhsForm):
    """Why nobody else should read a comment."""

    REASONS = {
        "unrelated": gettext_lazy("It is not about maternity care"),
        "abusive": gettext_lazy("It is abusive or an advertisement"),
        "identifying": gettext_lazy("She could be recognised however much is hidden"),
        "empty": gettext_lazy("It says nothing"),
    }
    reason = nhs.RadioField(
        label=gettext_lazy("Why?"),
        label_size="s",
        choices=list(REASONS.items()),
        small=True,
        error_messages={"required": gettext_lazy("Choose why you set this comment aside")},
    )

    def words(self) -> str:
        """The reason as it is kept."""
        return str(self.REASONS[self.cleaned_data["reason"]])


class AskForm(nhs.NhsForm):
    """One question to a woman whom nobody knows."""

    question = nhs.TextField(
        label=gettext_lazy("Your question"),
        label_size="s",
        help_text=gettext_lazy(
            "Ask one thing, openly, in words that she would use. Do not ask who she is or how to reach her."
        ),
        rows=3,
        count_to=responses.LONGEST_QUESTION,
        attributes={"dir": "auto"},
        error_messages={"required": gettext_lazy("Write your question")},
    )


class NotFeedbackForm(nhs.NhsForm):
    """Why something is no feedback at all."""

    reason = nhs.RadioField(
        label=gettext_lazy("What is it?"),
        label_size="s",
        choices=SetAside.Reason.choices,
        small=True,
        error_messages={"required": gettext_lazy("Choose what it is")},
    )


class TogetherForm(nhs.NhsForm):
    """What is done to several comments: the button that is pressed says which part of it counts."""

    reason = nhs.SelectField(
        label=gettext_lazy("Why set them aside?"),
        label_size="s",
        choices=list(AsideForm.REASONS.items()),
        empty=cast("str", gettext_lazy("Choose a reason")),
        required=False,
    )
    theme = nhs.SelectField(
        label=gettext_lazy("Theme"),
        label_size="s",
        empty=cast("str", gettext_lazy("Choose a theme")),
        required=False,
    )
    feeling = nhs.SelectField(
        label=gettext_lazy("What did they say about it?"),
        label_size="s",
        choices=list(wording.SENTIMENTS.items()),
        empty=cast("str", gettext_lazy("Choose")),
        required=False,
    )

    def __init__(self, data: QueryDict | None = None, *, titles: Mapping[str, str]) -> None:
        super().__init__(data)
        self.fields["theme"].choices = list(titles.items())  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """What the pressed button needs."""
        super().clean()
        if "aside" in self.data and not self.cleaned_data.get("reason"):
            self.add_error("reason", _("Choose why you set them aside"))
        if "give" in self.data and not self.cleaned_data.get("theme"):
            self.add_error("theme", _("Choose a theme"))
        if "give" in self.data and not self.cleaned_data.get("feeling"):
            self.add_error("feeling", _("Choose what they said about it"))
        return self.cleaned_data

    def do(self, chosen: Collection[UUID], *, by: User, now: datetime) -> Done:
        """Do it to these."""
        given = self.cleaned_data
        if "aside" in self.data:
            reason = str(AsideForm.REASONS[given["reason"]])
            return together.set_aside(chosen, reason=reason, by=by, now=now)
        if "give" in self.data:
            return together.give_theme(
                chosen, code=given["theme"], sentiment=given["feeling"], by=by, now=now
            )
        return together.accept(chosen, by=by, now=now)
