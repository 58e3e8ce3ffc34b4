"""The language of a page is the one that stands in its address: no cookie, and no guess from the browser."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import translate_url
from django.utils import translation
from django.utils.html import escape

from surveys.core.languages import BY_CODE, ENGLISH, LANGUAGES, Language


@dataclass(frozen=True)
class Choice:
    """A language in which a page can be read, and where."""

    language: Language
    address: str


def spoken() -> Language:
    """The language of the page."""
    return BY_CODE.get(translation.get_language() or "", ENGLISH)


def others(address: str) -> list[Choice]:
    """The other languages of the page that has this address in the language spoken now."""
    here = spoken()
    return [Choice(each, translate_url(address, each.code)) for each in LANGUAGES if each != here]


class InEnglish(str):
    """Words in English on a page of another language: plain as text, and marked so where they become HTML.

    Without the mark a screen reader says them with another language's voice, and a page that runs from right
    to left puts their full stops on the wrong side.
    """

    __slots__ = ()
    attributes = {"lang": ENGLISH.tag, "dir": ENGLISH.direction}

    def __html__(self) -> str:
        return f'<span lang="{ENGLISH.tag}" dir="{ENGLISH.direction}">{escape(str(self))}</span>'


def in_english(words: str) -> str:
    """Words of ours that nobody has translated, marked where the page speaks another language.

    A chair may have written in several scripts at once: these stay as they are.
    """
    return InEnglish(words) if spoken().tag != ENGLISH.tag and _is_latin(words) else words


def _is_latin(words: str) -> bool:
    letters = [letter for letter in words if letter.isalpha()]
    return bool(letters) and all(unicodedata.name(letter, "").startswith("LATIN") for letter in letters)


class AddressLanguage:
    """Speaks the language of the address for the length of a request; English where it names none."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Set afresh at every request, since a thread may have served another language before.
        translation.activate(_named(request.path_info))
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", translation.get_language() or settings.LANGUAGE_CODE)
        return response


def _named(path: str) -> str:
    first = path[1:].partition("/")[0].lower()
    return first if first in BY_CODE else settings.LANGUAGE_CODE
