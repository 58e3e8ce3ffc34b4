"""Any stored consent can be shown with the words that she saw."""

from dataclasses import replace

import pytest

from surveys.responses import services, wordings
from surveys.responses.models import Channel, Consent, Purpose
from tests.factories.feedback import prepared, received
from tests.factories.world import NOW, Place


def box(place: Place, wording: str, language: str, purpose: Purpose) -> wordings.Box | None:
    """What stood beside the box of a stored consent."""
    given = replace(prepared(place, good="Kind"), consent_wording=wording, language=language)
    services.receive(given, now=NOW)
    consent = Consent.objects.get(purpose=purpose)
    return wordings.seen(
        consent.wording_version,
        Purpose(consent.purpose),
        language=consent.response.language,
        partnership=consent.response.partnership.name,
    )


def test_with_the_name_of_whom_she_spoke_to(leicester: Place) -> None:
    seen = box(leicester, "2026-11", "en", Purpose.CONTACT)

    assert seen == wordings.Box(
        question="What may we do with your words?",
        how_to_answer="Tick as many as you like, or none. You can take your words back later.",
        label="Leicester MVP may contact me",
        hint="Only about what you told us. We never pass your address on.",
        anyway="Whatever you choose, a person at Leicester MVP reads what you wrote.",
    )


def test_in_her_language(leicester: Place) -> None:
    seen = box(leicester, "2026-11", "pl", Purpose.THEMES)

    assert seen is not None
    assert seen.label == "Połączyć moje słowa z tym, co mówią inni"


def test_a_language_that_had_no_words_of_its_own_shows_the_english(leicester: Place) -> None:
    seen = box(leicester, "2026-11", "cy", Purpose.THEMES)

    assert seen is not None
    assert seen.question == "What may we do with your words?"


def test_in_easy_read_each_box_had_a_question_of_its_own(leicester: Place) -> None:
    seen = box(leicester, "2026-11, Easy Read", "en", Purpose.CONTACT)

    assert seen is not None
    assert (seen.question, seen.label) == ("Can Leicester MVP write to you?", "Yes")


def test_what_another_system_asked_is_not_called_ours(leicester: Place) -> None:
    assert wordings.agreed_to("2026-11", channel=Channel.API, after_loss=False) == wordings.ELSEWHERE
    assert box(leicester, wordings.ELSEWHERE, "en", Purpose.THEMES) is None


def test_what_she_was_not_asked_has_no_words(leicester: Place) -> None:
    name = wordings.current(after_loss=True).name

    assert wordings.seen(name, Purpose.CONTACT, language="en", partnership="-") is None
    assert wordings.seen(name, Purpose.QUOTE, language="en", partnership="-") is not None


@pytest.mark.parametrize("said", ["", "nonsense", "2026-11 after a loss"])
def test_a_page_that_names_no_words_of_ours_showed_the_current_ones(said: str) -> None:
    kept = wordings.agreed_to(said, channel=Channel.WEB, after_loss=False)

    assert kept == wordings.current(after_loss=False).name


def test_a_consent_names_its_words(leicester: Place) -> None:
    received(leicester, good="Kind")

    assert set(Consent.objects.values_list("wording_version", flat=True)) == {"2026-11"}
