"""What the catalogues say of a question in other languages, put into the question itself.

A published version has to keep every word that was shown, so its translations are stored with it.
"""

from dataclasses import replace

from django.utils.translation import gettext, override

from surveys.core.languages import ENGLISH, LANGUAGES
from surveys.questionnaires.definition import Choice, Definition, Question, Wording


def in_every_language(definition: Definition) -> Definition:
    """The same questions, with the translations of all wordings that the catalogues know."""
    return Definition(tuple(_question(question) for question in definition.questions))


def translated_anew(definition: Definition) -> Definition:
    """The same questions, where what the catalogues say now replaces what they said before."""
    return in_every_language(Definition(tuple(_in_english(each) for each in definition.questions)))


def _in_english(question: Question) -> Question:
    return replace(
        question,
        wording=_only_english(question.wording),
        hint=_only_english(question.hint),
        choices=tuple(Choice(each.code, _only_english(each.wording)) for each in question.choices),
    )


def _only_english(wording: Wording) -> Wording:
    return {"en": wording["en"]} if wording.get("en") else wording


def _question(question: Question) -> Question:
    return replace(
        question,
        wording=_wording(question.wording),
        hint=_wording(question.hint),
        choices=tuple(Choice(choice.code, _wording(choice.wording)) for choice in question.choices),
    )


def _wording(wording: Wording) -> Wording:
    english = wording.get("en", "")
    # What somebody has translated by hand stays.
    return {**_translations(english), **wording} if english else wording


def _translations(english: str) -> Wording:
    found = {}
    for language in LANGUAGES:
        with override(language.code):
            said = gettext(english)
        if language != ENGLISH and said != english:
            found[language.code] = said
    return found
