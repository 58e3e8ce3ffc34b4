"""What is told after a loss is kept apart from the first moment on."""

import pytest
from django.db import IntegrityError, transaction

from surveys.core.errors import DomainError
from surveys.questionnaires import standard
from surveys.questionnaires.definition import QuestionKind
from surveys.responses import queries
from surveys.responses.models import Response
from tests.factories.feedback import prepared, received, told_after_loss
from tests.factories.world import Place


def test_either_side_is_asked_for_and_never_both(leicester: Place) -> None:
    ordinary, apart = received(leicester, good="Kind"), told_after_loss(leicester, helped="Time")
    everywhere = [leicester.lms.pk, leicester.mvp.pk]

    assert list(queries.received(everywhere)) == [ordinary]
    assert list(queries.received(everywhere, after_loss=True)) == [apart]
    assert [text.response for text in queries.free_texts(everywhere)] == [ordinary]
    assert [text.response for text in queries.free_texts(everywhere, after_loss=True)] == [apart]


def test_it_cannot_be_chosen_as_a_part_of_care(leicester: Place) -> None:
    assert standard.AFTER_LOSS not in standard.STAGES
    for asked in (standard.feedback(), standard.unprompted()):
        stage = asked.question("stage")
        assert stage is not None
        assert standard.AFTER_LOSS not in stage.codes
    with pytest.raises(DomainError):
        prepared(leicester, stage=standard.AFTER_LOSS)


def test_nothing_that_is_asked_has_to_be_answered_and_the_fft_is_not_asked() -> None:
    asked = standard.after_loss().questions

    assert not [question for question in asked if question.required]
    assert not [question for question in asked if question.kind is QuestionKind.FFT]


@pytest.mark.parametrize("field", ["unit", "fft"])
def test_the_database_refuses_a_unit_and_the_fft(leicester: Place, field: str) -> None:
    apart = told_after_loss(leicester, helped="Time")

    with pytest.raises(IntegrityError, match="after_loss_names_no_unit"), transaction.atomic():
        Response.objects.filter(pk=apart.pk).update(**{field: leicester.site if field == "unit" else "good"})


def test_consents_are_kept_with_the_words_that_were_shown_there(leicester: Place) -> None:
    apart, ordinary = told_after_loss(leicester, helped="Time"), received(leicester)

    given = dict(apart.consents.values_list("purpose", "given"))
    assert given == {"themes": True, "quote": True, "trust": False, "contact": False}
    wordings = set(apart.consents.values_list("wording_version", flat=True))
    assert wordings & set(ordinary.consents.values_list("wording_version", flat=True)) == set()
