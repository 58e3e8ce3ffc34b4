"""Where one woman is in her telling: everything that a page was sent with."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from django.http import QueryDict
from django.utils.safestring import SafeString

from surveys.responses import wordings
from surveys.web.journey import tickets, words
from surveys.web.journey.given import Given, field_name, hidden_inputs
from surveys.web.journey.occasion import Occasion
from surveys.web.journey.route import Kind, Step
from surveys.web.journey.tickets import Ticket

TICKET = "ticket"
AT = "at"
RETURNING = "returning"
# How often this telling has gone on from a draft; see responses.drafts.unsent.
TURN = "turn"
MOST_TURNS = 9999
# Which words stood beside the boxes when she was asked what we may do; they may change before she sends.
WORDING = "wording"
# Carried along untouched: the personal token of a reminder's link.
REMINDER = "k"
# One woman's round at a tablet that many share; the number of her first ticket. See rounds.py.
ROUND = "round"


@dataclass(frozen=True)
class Visit:
    """The occasion (with the version that her pages were made for), her ticket and all that she has answered.

    `returning`: she came from the last page to change one answer, and goes back there. `elsewhere`: what she
    answered on the other road (see `Occasion`), which comes along unread, so that going back loses nothing.
    `turn`: how often the telling has gone on from a draft.
    """

    occasion: Occasion
    ticket: Ticket
    given: Given
    returning: bool = False
    extras: Mapping[str, str] = field(default_factory=dict)
    elsewhere: tuple[tuple[str, str], ...] = ()
    turn: int = 0
    wording: str = ""

    @classmethod
    def begin(cls, occasion: Occasion, query: QueryDict) -> "Visit":
        """The first page: a new ticket, nothing answered."""
        nothing = Given.read(QueryDict(), occasion.definition)
        return cls(occasion, tickets.issue(occasion), nothing, extras=_extras(query))

    @classmethod
    def resume(cls, occasion: Occasion, data: QueryDict) -> "Visit":
        """What a page sent, for the version that the page was made for."""
        ticket = tickets.read(data.get(TICKET, ""), occasion)
        asked = occasion.asking(ticket.version_id)
        given = Given.read(data, asked.definition)
        elsewhere = _elsewhere(data, asked)
        return cls(
            asked,
            ticket,
            given,
            returning=RETURNING in data,
            extras=_extras(data) | (_round(data, ticket) if occasion.kiosk else {}),
            elsewhere=elsewhere,
            turn=_turn(data),
            wording=data.get(WORDING, ""),
        )

    def begun(self) -> "Visit":
        """On the other road now. What she agreed to is asked anew, since others read what is told here."""
        given = replace(self.given, consents=frozenset(), contact="")
        return replace(self, given=given, returning=False)

    def renewed(self, *, key: UUID | None = None) -> "Visit":
        """The same with a new ticket: what is sent next is a response of its own, unless its `key` stays."""
        return replace(self, ticket=tickets.issue(self.occasion, key=key, going_on=True))

    def as_data(self, step: Step) -> dict[str, list[str]]:
        """Everything that its page would send, to be kept; not a reminder's token: it leads to an address."""
        data = {TICKET: [self.ticket.text], AT: [step.name]} | ({RETURNING: ["1"]} if self.returning else {})
        if wording := self._wording(step):
            data[WORDING] = [wording]
        for name, value in self.elsewhere:
            data.setdefault(name, []).append(value)
        return data | {name: values for name, values in self.given.as_data().lists() if values}

    def _wording(self, step: Step) -> str:
        if step.kind is not Kind.CONSENTS:
            return self.wording
        return wordings.shown_now(after_loss=self.occasion.after_loss, easy=words.is_easy())

    def carried(self, step: Step) -> SafeString:
        """Everything but what the page itself shows, as hidden inputs."""
        pairs = [(TICKET, self.ticket.text), (AT, step.name), *self.extras.items(), *self.elsewhere]
        if self.returning:
            pairs.append((RETURNING, "1"))
        if wording := self._wording(step):
            pairs.append((WORDING, wording))
        if self.turn:
            pairs.append((TURN, str(self.turn)))
        return hidden_inputs(pairs) + self.given.hidden(shown=step.shows)


def _extras(data: QueryDict) -> dict[str, str]:
    token = data.get(REMINDER)
    return {REMINDER: str(token)} if token else {}


def _round(data: QueryDict, ticket: Ticket) -> dict[str, str]:
    return {ROUND: str(data.get(ROUND) or ticket.key.hex)}


def _elsewhere(data: QueryDict, occasion: Occasion) -> tuple[tuple[str, str], ...]:
    if occasion.other_road is None:
        return ()
    asked = {field_name(question.key) for question in occasion.definition.questions}
    others = [name for name in data if name.startswith(field_name("")) and name not in asked]
    return tuple((name, value) for name in others for value in data.getlist(name) if value)


def _turn(data: QueryDict) -> int:
    turn = str(data.get(TURN, ""))
    return min(int(turn), MOST_TURNS) if turn.isdecimal() and len(turn) < 9 else 0
