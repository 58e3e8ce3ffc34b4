"""Where one woman is in her telling: everything that a page was sent with."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from django.http import QueryDict
from django.utils.safestring import SafeString

from surveys.web.journey import tickets
from surveys.web.journey.given import Given, hidden_inputs
from surveys.web.journey.occasion import Occasion
from surveys.web.journey.route import Step
from surveys.web.journey.tickets import Ticket

TICKET = "ticket"
AT = "at"
RETURNING = "returning"
# Carried along untouched: the personal token of a reminder's link.
REMINDER = "k"


@dataclass(frozen=True)
class Visit:
    """The occasion (with the version that her pages were made for), her ticket and all that she has answered.

    `returning`: she came from the last page to change one answer, and goes back there.
    """

    occasion: Occasion
    ticket: Ticket
    given: Given
    returning: bool = False
    extras: Mapping[str, str] = field(default_factory=dict)

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
        return cls(asked, ticket, Given.read(data, asked.definition), RETURNING in data, _extras(data))

    def renewed(self) -> "Visit":
        """The same with a new ticket: what is sent next is a response of its own."""
        return replace(self, ticket=tickets.issue(self.occasion))

    def carried(self, step: Step) -> SafeString:
        """Everything but what the page itself shows, as hidden inputs."""
        pairs = [(TICKET, self.ticket.text), (AT, step.name), *self.extras.items()]
        if self.returning:
            pairs.append((RETURNING, "1"))
        return hidden_inputs(pairs) + self.given.hidden(shown=step.shows)


def _extras(data: QueryDict) -> dict[str, str]:
    token = data.get(REMINDER)
    return {REMINDER: str(token)} if token else {}
