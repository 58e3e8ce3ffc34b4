"""What a report is made of: frozen values, every count in them suppressed, that turn into plain JSON.

A count or percent that is None is hidden. Percents run from 0 to 100 and are rounded to one place.
"""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

FORMAT = 2
"""Goes up when the shape changes; issued reports keep theirs."""


@dataclass(frozen=True)
class Figure:
    """One count, and where it makes sense its percent of those counted together."""

    key: str
    label: str
    count: int | None
    percent: float | None = None


@dataclass(frozen=True)
class Breakdown:
    """Counts of people in groups that do not overlap. `note` says what is hidden, in words."""

    key: str
    title: str
    figures: tuple[Figure, ...]
    note: str = ""


@dataclass(frozen=True)
class Share:
    """A percent with its 95 % interval."""

    percent: float | None
    lower: float | None
    upper: float | None


@dataclass(frozen=True)
class Change:
    """Against the period before: "more", "fewer", "no clear change" or "" where that cannot be said."""

    before: float | None
    points: float | None
    direction: str
    words: str


@dataclass(frozen=True)
class Point:
    label: str
    value: float
    type: str
    rule: str | None


@dataclass(frozen=True)
class Limits:
    """One stretch of a chart, `[start, end)` by position, with its mean and limits."""

    start: int
    end: int
    mean: float
    lower: float
    upper: float
    trial: bool


@dataclass(frozen=True)
class Chart:
    """An SPC chart of percents. Without points, `reason` says why there is none.

    `meaning` is the variation of the last point: common, improvement_high, concern_low and so on; empty where
    the chart ends before the report's period does.
    """

    key: str
    title: str
    period: str
    points: tuple[Point, ...]
    limits: tuple[Limits, ...]
    meaning: str
    words: str
    reason: str


@dataclass(frozen=True)
class Fact:
    """A figure for the first page, as it is to be read, with its meaning in words."""

    figure: str
    label: str
    words: str
    meaning: str = ""


@dataclass(frozen=True)
class Heard:
    """Whom we heard."""

    responses: int | None
    breakdowns: tuple[Breakdown, ...]
    reach: str


@dataclass(frozen=True)
class FriendsAndFamily:
    """The Friends and Family Test question: counts, shares, change, chart, and shares by stage and place."""

    answers: int | None
    breakdown: Breakdown
    positive: Share
    negative: Share
    change: Change
    chart: Chart
    compared: tuple[Breakdown, ...]
    note: str


@dataclass(frozen=True)
class Quote:
    words: str
    stage: str


@dataclass(frozen=True)
class Theme:
    """One theme: how many people spoke of it, how they felt, and what has changed."""

    code: str
    title: str
    count: int | None
    percent: float | None
    sentiments: tuple[Figure, ...]
    checked_percent: float | None
    change: Change
    trend: str
    chart: Chart | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class Themes:
    """Every theme of the list, the most frequent first; `top` of them are shown in full."""

    comments: int | None
    listed: tuple[Theme, ...]
    top: int
    checked_percent: float | None
    note: str


@dataclass(frozen=True)
class Equity:
    """FFT by one group; without figures, `reason` says why it cannot be compared."""

    key: str
    title: str
    figures: tuple[Figure, ...]
    reason: str


@dataclass(frozen=True)
class Action:
    """You said, we did, or still waiting: `state` is open, done or cannot."""

    you_said: str
    we_do: str
    owner: str
    theme: str
    commitment: str
    state: str
    state_words: str
    outcome: str
    opened_on: date
    due_on: date
    closed_on: date | None
    days_open: int
    overdue: bool


@dataclass(frozen=True)
class Consultation:
    title: str
    phase: str
    closes_at: datetime
    people: int | None
    options: tuple[Figure, ...]
    decision: str
    views_used: str


@dataclass(frozen=True)
class Commitment:
    """A promise of the plan: what was heard about it, asked about it and done about it."""

    ref: str
    title: str
    plan: str
    status: str
    status_words: str
    themes: tuple[Figure, ...]
    consultations: tuple[Consultation, ...]
    actions_open: int
    actions_closed: int


@dataclass(frozen=True)
class Risk:
    """One level of risk: how many comments, how many decided, and the median time to a decision in hours."""

    level: str
    label: str
    opened: int | None
    decided: int | None
    median_hours: float | None


@dataclass(frozen=True)
class Risks:
    levels: tuple[Risk, ...]
    note: str


@dataclass(frozen=True)
class AfterLoss:
    """What was told after a loss: how many parents (None: too few, or not an LMS's report), and of what."""

    parents: int | None
    themes: tuple[Figure, ...]
    note: str


@dataclass(frozen=True)
class Organisation:
    name: str
    slug: str
    kind: str
    called: str


@dataclass(frozen=True)
class Period:
    """`[starts_on, ends_on)`, in words, and the period that it is compared with."""

    starts_on: date
    ends_on: date
    last_day: date
    name: str
    before: str


@dataclass(frozen=True)
class Method:
    """How the figures came about, for whoever doubts them."""

    suppression: str
    sample: str
    themes: str
    basis: str
    text_model: str
    themes_list: str
    format: int
    withheld: str


@dataclass(frozen=True)
class Dataset:
    """A whole report, in the order in which a board reads it.

    `counts` holds every count that the report shows, by a key of its own: what a later report is checked
    against, so that subtracting one from the other reveals no small group. `hidden` names those it hides.
    """

    format: int
    organisation: Organisation
    period: Period
    compiled_at: datetime
    headline: str
    ask: str
    facts: tuple[Fact, ...]
    heard: Heard
    fft: FriendsAndFamily
    themes: Themes
    equity: tuple[Equity, ...]
    after_loss: AfterLoss
    actions: tuple[Action, ...]
    commitments: tuple[Commitment, ...]
    consultations: tuple[Consultation, ...]
    risks: Risks
    method: Method
    counts: dict[str, int]
    hidden: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """Plain JSON: text, numbers, lists and mappings; dates and moments in ISO 8601."""
        plain: dict[str, Any] = _plain(asdict(self))
        return plain


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value
