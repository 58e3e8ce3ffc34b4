"""The language stands in the address; what a woman has typed comes along when she changes it."""

import pytest
from django.utils import translation
from django.utils.html import conditional_escape, escape
from django.utils.translation import gettext

from surveys.core.languages import BY_CODE, EASY_READ, ENGLISH, LANGUAGES, Language
from surveys.responses.models import Consent, Response
from surveys.web.languages import in_english
from tests.faces.feedback.telling import Woman
from tests.factories.world import Place

EASY = "/en-easy/leicester"


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_every_language_has_an_address_of_its_own(leicester: Place, language: Language) -> None:
    prefix = "" if language == BY_CODE["en-gb"] else f"/{language.code}"
    woman = Woman(f"{prefix}/leicester")

    assert f'<html lang="{language.tag}" dir="{language.direction}">' in woman.page.html
    assert woman.page.action == f"{prefix}/leicester"
    assert woman.page.answer.headers["Content-Language"] == language.code
    assert not woman.page.answer.cookies


def test_neither_the_browser_nor_a_cookie_chooses_the_language(leicester: Place) -> None:
    woman = Woman()
    woman.client.cookies["django_language"] = "pl"
    answer = woman.client.get("/leicester", headers={"accept-language": "pl"})

    assert '<html lang="en" dir="ltr">' in answer.content.decode()
    assert "Accept-Language" not in answer.headers.get("Vary", "")


def test_every_language_is_offered_in_its_own_words(leicester: Place) -> None:
    html = Woman().page.html

    for language in LANGUAGES[1:]:
        assert f'lang="{language.tag}" dir="{language.direction}"' in html
        assert f">{language.name}</button>" in html


def test_another_language_keeps_what_she_typed_and_where_she_is(leicester: Place) -> None:
    woman = Woman()
    woman.to("care-4", stage="birth", good="She stayed")
    woman.page.action = "/pl/leicester"
    page = woman.press("stay", better="Half a sen")

    assert page.at == "care-4"
    assert 'lang="pl"' in page.html
    assert page.fields["q-better"] == ["Half a sen"]
    assert page.fields["q-good"] == ["She stayed"]


def test_what_she_sends_is_kept_with_the_language_of_the_page(leicester: Place) -> None:
    for address in ("/ur/leicester", EASY):
        woman = Woman(address)
        woman.to_review(good="خیال رکھا")
        woman.press("send")

    assert sorted(Response.objects.values_list("language", flat=True)) == ["en", "ur"]


def test_other_pages_of_hers_are_there_in_her_language_too(leicester: Place) -> None:
    client = Woman().client
    for address in ("/ar/", "/ar/r", "/ar/privacy", "/ar/accessibility", "/ar/leicester/help"):
        assert '<html lang="ar" dir="rtl">' in client.get(address).content.decode(), address


WAITS = {
    "pl": "Ten tekst czeka na sprawdzenie przez osobę, która dorastała z tym językiem.",
    "en-easy": "People who use Easy Read have not checked these words yet.",
}


@pytest.mark.parametrize("page", ["leicester", "privacy", "m/leicester-mvp/", "go-on", "r"])
@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_what_waits_for_a_native_speakers_check_says_so(
    leicester: Place, language: Language, page: str
) -> None:
    prefix = "" if language == ENGLISH else f"/{language.code}"
    html = Woman().client.get(f"{prefix}/{page}").content.decode()
    easy = "These words wait for a check by people who use Easy Read."
    foreign = "These words wait for a check by somebody who grew up with this language."
    with translation.override(language.code):
        waits = gettext(easy if language == EASY_READ else foreign)

    assert waits == WAITS.get(language.code, waits)
    assert (waits in html) is (not language.checked)
    assert language == ENGLISH or waits not in (easy, foreign)


def test_the_desk_has_no_other_languages(leicester: Place) -> None:
    assert Woman().client.get("/pl/desk/").status_code == 404


def test_easy_read_asks_one_thing_on_each_page_with_a_picture(leicester: Place) -> None:
    woman = Woman(EASY)
    seen = []
    while woman.page.at != "review":
        seen.append(woman.page.at)
        assert woman.page.html.count("<h1") == 1
        assert woman.page.html.count("<fieldset") <= 1
        assert 'class="mv-picture"' in woman.page.html
        woman.press()

    assert seen == [
        *(f"care-{number}" for number in range(1, 5)),
        *("consents", "consents-2", "consents-3", "consents-4"),
        *(f"about-{number}" for number in range(1, 5)),
    ]


@pytest.mark.parametrize(
    "address",
    [
        "",
        "r",
        "go-on",
        "go-on/old",
        "privacy",
        "accessibility",
        "leicester/help",
        "m/leicester-mvp/",
        "nowhere",
    ],
)
def test_every_other_page_of_easy_read_has_one_picture_too(leicester: Place, address: str) -> None:
    client = Woman().client

    assert client.get(f"/en-easy/{address}").content.decode().count('class="mv-picture"') == 1
    assert 'class="mv-picture"' not in client.get(f"/{address}").content.decode()


def test_easy_read_keeps_every_consent_from_page_to_page(leicester: Place) -> None:
    woman = Woman(EASY)
    woman.to("consents", good="She was kind")
    woman.press(consents=["themes"])
    woman.press()
    carried = woman.page.fields["consents"]
    woman.press(consents=[*carried, "trust"])
    woman.to("review")
    woman.press("back")
    woman.to("review")
    woman.press("send")

    given = Consent.objects.filter(given=True).values_list("purpose", flat=True)
    assert set(given) == {"themes", "trust"}


def test_changing_from_easy_read_stays_at_the_same_kind_of_page(leicester: Place) -> None:
    woman = Woman(EASY)
    woman.to("consents-3", good="She was kind")
    woman.page.action = "/leicester"

    assert woman.press("stay").at == "consents"


@pytest.mark.parametrize(
    ("language", "words", "is_marked"),
    [
        ("ar", "How were your nights?", True),
        ("pl", "Nights & days", True),
        ("ar", "How were your nights? كيف كانت لياليك؟", False),
        ("ar", "12/7", False),
        ("en-gb", "How were your nights?", False),
        ("en-easy", "How were your nights?", False),
    ],
)
def test_words_in_english_alone_say_so_on_a_page_in_another_language(
    language: str, words: str, is_marked: bool
) -> None:
    with translation.override(language):
        said = in_english(words)

    assert said == words
    assert conditional_escape(said) == (
        f'<span lang="en" dir="ltr">{escape(words)}</span>' if is_marked else escape(words)
    )
