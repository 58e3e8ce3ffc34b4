"""What an MVP's issued reports say in figures: on its page, and as open data to take away."""

import csv
import io
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from surveys.organisations import queries as organisations
from surveys.organisations.queries import Organisation
from surveys.reports import queries as reports
from surveys.reports.queries import OpenFigure, OpenReport
from surveys.web.journey.remembering import for_a_minute
from surveys.web.public.views import asks

MOST_THEMES = 5
COLUMNS = (
    "period_starts",
    "period_ends",
    "signed_off",
    "measure",
    "key",
    "label",
    "count",
    "percent",
    "hidden",
)
HIDDEN = "Small numbers are hidden, and with them any figure that would give them away."
SAMPLE = "People chose to answer, so these figures say what was heard, not how common it is."
NOT_OFFICIAL = "The counts from the Friends and Family Test question are not an official statistic."


@dataclass(frozen=True)
class Heard:
    """The latest report in a few figures; None where a figure is hidden."""

    starts_on: date
    last_day: date
    people: int | None
    answers: int | None
    positive: float | None
    themes: list[OpenFigure]


@for_a_minute
def latest(organisation_id: UUID) -> Heard | None:
    """What an organisation heard, by the latest report that it has issued; None before the first."""
    issued = reports.open_data(organisations.by_id(organisation_id))
    return _heard(issued[0]) if issued else None


def _heard(report: OpenReport) -> Heard:
    (people,), (answers,) = report.of("people"), report.of("fft_answers")
    positive = next((share.percent for share in report.of("fft_share") if share.key == "positive"), None)
    return Heard(
        starts_on=report.starts_on,
        last_day=report.last_day,
        people=people.count,
        answers=answers.count,
        positive=positive,
        themes=[theme for theme in report.of("theme") if theme.count][:MOST_THEMES],
    )


@login_not_required
@require_safe
def as_csv(request: HttpRequest, slug: str) -> HttpResponse:
    """Every figure of every issued report, one a line."""
    place = asks(slug)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for report in reports.open_data(place):
        writer.writerows(_line(report, figure) for figure in report.figures)
    answer = HttpResponse(out.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{place.slug}-figures.csv"'
    return _for_everybody(answer)


@login_not_required
@require_safe
def as_json(request: HttpRequest, slug: str) -> HttpResponse:
    """The same as JSON, with what one must know to use it."""
    place = asks(slug)
    given = _about(place) | {"reports": [_report(report) for report in reports.open_data(place)]}
    return _for_everybody(JsonResponse(given, json_dumps_params={"ensure_ascii": False, "indent": 1}))


def _line(report: OpenReport, figure: OpenFigure) -> list[Any]:
    return [
        report.starts_on.isoformat(),
        report.last_day.isoformat(),
        report.signed_off_on.isoformat(),
        *(figure.measure, figure.key, figure.label),
        *("" if value is None else value for value in (figure.count, figure.percent)),
        "yes" if figure.hidden else "no",
    ]


def _about(place: Organisation) -> dict[str, Any]:
    return {
        "organisation": place.name,
        "licence": settings.OPEN_DATA_LICENCE,
        "notes": [HIDDEN, SAMPLE, NOT_OFFICIAL],
    }


def _report(report: OpenReport) -> dict[str, Any]:
    return {
        "period_starts": report.starts_on,
        "period_ends": report.last_day,
        "signed_off": report.signed_off_on,
        "report_sha256": report.digest,
        "figures": [asdict(figure) | {"hidden": figure.hidden} for figure in report.figures],
    }


def _for_everybody(answer: HttpResponse) -> HttpResponse:
    # Open data: a page of anybody may read it, and a shared cache keep it for a little while.
    answer["Access-Control-Allow-Origin"] = "*"
    answer["Cache-Control"] = "public, max-age=300"
    return answer
