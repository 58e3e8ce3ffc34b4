"""What a woman takes back is erased, unless somebody could be in danger: then once a person has decided."""

import pytest

from surveys.core.errors import Conflict
from surveys.moderation import queries, services
from surveys.moderation.models import Clearance, RiskCase, Screening
from surveys.responses import services as responses
from surveys.responses.models import FreeText, Response
from surveys.responses.raw_text import RawText
from surveys.responses.services import Receipt
from tests.factories.feedback import prepared
from tests.factories.listening import decided, worked_off
from tests.factories.world import NOW, Place

DANGER = "I want to end my life tonight"


def sent(place: Place, words: str) -> Receipt:
    return responses.receive(prepared(place, better=words), now=NOW)


def test_words_and_all_that_was_made_of_them_are_gone(leicester: Place) -> None:
    receipt = sent(leicester, "Nobody came when I rang the bell on the ward")
    worked_off()
    text = FreeText.objects.get()
    services.clear(text.pk, redactions=[], by=leicester.chair, now=NOW)

    responses.withdraw(receipt.code, now=NOW)
    worked_off()

    assert Response.objects.filter(withdrawn_at__isnull=False).count() == 1
    for table in (FreeText, RawText, Screening, Clearance):
        assert not table.objects.exists()


def test_danger_stays_in_hand_until_somebody_has_decided(leicester: Place) -> None:
    receipt = sent(leicester, DANGER)
    worked_off()

    responses.withdraw(receipt.code, now=NOW)
    worked_off()

    case = queries.open_cases([leicester.mvp.pk]).get()
    text = queries.to_check(case.free_text, by=leicester.chair, now=NOW).text
    decided(case, by=leicester.chair)
    assert not RawText.objects.exists()
    assert not queries.waiting([leicester.mvp.pk]).exists()
    with pytest.raises(Conflict, match="erased"):
        services.reopen_risk(case.pk, level="R1", reason="Again", by=leicester.chair, now=NOW)
    assert RiskCase.objects.get(pk=case.pk).free_text_id == text.pk
