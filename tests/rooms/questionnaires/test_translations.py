"""Translations are stored with the questions, and renewed as a version of its own."""

import pytest
from django.core.management import call_command

from surveys.core.actors import SYSTEM
from surveys.core.languages import EASY_READ, ENGLISH, LANGUAGES
from surveys.questionnaires import queries, services, standard
from surveys.questionnaires.definition import Definition, Question
from surveys.questionnaires.models import Questionnaire, QuestionnaireVersion
from surveys.questionnaires.wordings import in_every_language
from tests.factories.world import NOW, Place

CODES = {language.code for language in LANGUAGES} - {ENGLISH.code}
# Same in Easy Read: the national wording of the Friends and Family Test, numbers, names of groups.
TRANSLATED = CODES - {EASY_READ.code}
SAME_WORD = {"Arab": {"ro"}}


@pytest.mark.parametrize(
    "asked", [standard.feedback(), standard.after_loss()], ids=["feedback", "after loss"]
)
def test_every_standard_question_and_answer_is_there_in_every_language(asked: Definition) -> None:
    for question in asked.questions:
        for wording in (question.wording, *(choice.wording for choice in question.choices)):
            lacking = TRANSLATED - set(wording)
            assert lacking <= SAME_WORD.get(wording["en"], set()), (wording["en"], lacking)


def test_the_national_question_is_not_made_easier() -> None:
    fft = standard.feedback().question("fft")
    assert fft is not None
    assert EASY_READ.code not in fft.wording


def test_what_somebody_translated_by_hand_stays() -> None:
    mine = Question(
        "age", standard.AGE.kind, {"en": "How old are you?", "pl": "Moje"}, {}, standard.AGE.choices, 1
    )
    assert in_every_language(Definition((mine,))).questions[0].wording["pl"] == "Moje"


@pytest.mark.django_db
def test_better_translations_are_a_new_version_and_the_old_one_keeps_its_words(leicester: Place) -> None:
    worse = Definition((standard.GOOD,))
    first = services.draft(
        leicester.mvp,
        purpose=Questionnaire.Purpose.FEEDBACK,
        title="Care",
        definition=worse,
        by=SYSTEM,
        now=NOW,
    )
    services.publish(first, by=SYSTEM, now=NOW)

    call_command("renew_translations", verbosity=0)

    newer = queries.current_version(leicester.mvp, purpose=Questionnaire.Purpose.FEEDBACK)
    assert newer is not None
    assert (newer.questionnaire, newer.number) == (first.questionnaire, 2)
    assert "pl" in queries.definition(newer).questions[0].wording
    assert "pl" not in queries.definition(first).questions[0].wording


@pytest.mark.django_db
def test_where_nothing_has_changed_nothing_is_published(leicester: Place) -> None:
    before = QuestionnaireVersion.objects.count()
    call_command("renew_translations", verbosity=0)
    assert QuestionnaireVersion.objects.count() == before
