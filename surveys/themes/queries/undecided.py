"""What no person has decided about."""

from uuid import UUID

from surveys.responses.models import FreeText


def undecided_responses(organisation_id: UUID) -> set[UUID]:
    """Responses with a screened text that nobody has given themes yet."""
    texts = FreeText.objects.filter(partnership_id=organisation_id)
    undecided = texts.filter(themereview__isnull=True, screening__isnull=False)
    return set(undecided.values_list("response_id", flat=True))
