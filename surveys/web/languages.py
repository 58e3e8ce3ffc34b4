"""The language of a page is the one that stands in its address: no cookie, and no guess from the browser."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import translate_url
from django.utils import translation

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
