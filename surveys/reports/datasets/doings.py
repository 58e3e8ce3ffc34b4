"""What is being done: actions, the plan's commitments, and consultations about them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from surveys.commitments import models as commitments
from surveys.consultations import models as consultations
from surveys.consultations.models import Phase
from surveys.consultations.queries import phase_at
from surveys.reports.counts import Tally
from surveys.reports.datasets.gate import Gate
from surveys.reports.datasets.shape import Action, Commitment, Consultation, Figure, Theme

PHASES = {Phase.OPEN: "Open", Phase.CLOSED: "Closed, being considered", Phase.DECIDED: "Decided"}
PHASES |= {Phase.REPORTED: "Decided, and women have been told"}
STATES = {"open": "Still waiting", "done": "We did", "cannot": "We cannot"}
NO_PREFERENCE = "none"
STATUS = {
    "heard": "Women spoke of it",
    "few": "Too few women spoke of it to say how many",
    "nothing": "Nothing was said about it",
    "unmeasured": "No theme speaks to it",
}


def action(row: commitments.Action, titles: Mapping[str, str], *, today: date) -> Action:
    """One action, and for how many days it has been open, up to today or the day it was closed."""
    is_open = row.closed_on is None
    return Action(
        you_said=row.you_said,
        we_do=row.we_do,
        owner=row.owner,
        theme=titles.get(row.code, row.code),
        commitment=str(row.commitment) if row.commitment else "",
        state=row.state,
        state_words=STATES[row.state],
        outcome=row.outcome,
        opened_on=row.opened_on,
        due_on=row.due_on,
        closed_on=row.closed_on,
        days_open=((row.closed_on or today) - row.opened_on).days,
        overdue=is_open and row.due_on < today,
    )


def consultation(
    gate: Gate, row: consultations.Consultation, answers: Tally, *, now: datetime
) -> Consultation:
    """One consultation: how many people answered, what they preferred once it has closed, what came of it.

    What they prefer while it is open is not told: two reports a few answers apart would show whose they are.
    """
    key = str(row.pk)
    phase = phase_at(row, now=now)
    people = gate.total(f"consultation:{key}", answers[key, ""])
    return Consultation(
        title=row.title,
        phase=PHASES[phase],
        closes_at=row.closes_at,
        people=people.value,
        options=() if phase == Phase.OPEN else _preferred(gate, row, answers),
        decision=row.decision,
        views_used=row.views_used,
    )


def _preferred(gate: Gate, row: consultations.Consultation, answers: Tally) -> tuple[Figure, ...]:
    key = str(row.pk)
    names = {option.code: option.title for option in sorted(row.options.all(), key=_position)}
    if not names:
        return ()
    chosen = {code: answers[key, code] for code in names}
    chosen[NO_PREFERENCE] = answers[key, ""] - sum(chosen.values())
    names[NO_PREFERENCE] = "Chose none of them"
    cells = gate.row(f"consultation:{key}", chosen, total=f"consultation:{key}")
    return tuple(Figure(code, title, cells[code].value) for code, title in names.items())


def _position(option: consultations.Option) -> int:
    return option.position


def commitment(
    row: commitments.Commitment,
    codes: Iterable[str],
    heard: Mapping[str, Theme],
    asked: Sequence[Consultation],
    done: Iterable[commitments.Action],
) -> Commitment:
    """A promise with the themes of these codes, its consultations, and how many actions under it are open."""
    themes = tuple(
        Figure(code, heard[code].title, heard[code].count, heard[code].percent)
        for code in codes
        if code in heard
    )
    under = [each for each in done if each.commitment_id == row.pk]
    status = _status(themes)
    return Commitment(
        ref=row.ref,
        title=row.title,
        plan=row.plan,
        status=status,
        status_words=STATUS[status],
        themes=themes,
        consultations=tuple(asked),
        actions_open=sum(each.closed_on is None for each in under),
        actions_closed=sum(each.closed_on is not None for each in under),
    )


def _status(themes: Sequence[Figure]) -> str:
    if not themes:
        return "unmeasured"
    if any(theme.count for theme in themes):
        return "heard"
    return "few" if any(theme.count is None for theme in themes) else "nothing"
