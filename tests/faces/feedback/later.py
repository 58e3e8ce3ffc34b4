"""Plays a woman who saves, and goes on with another device."""

from typing import Any

from django.test import Client

from surveys.responses.drafts import codes
from surveys.responses.drafts.models import Draft
from tests.faces.feedback.telling import Page, Woman

HER = "her@example.org"
STORY = "The midwife stayed with me"


class Later(Woman):
    """Somebody who saves, and goes on by code or link on another device."""

    def save(self, **answers: str) -> str:
        """Press the button; the page says her code."""
        self.press("later", **answers)
        return codes.code(Draft.objects.latest("saved_at").submission_key)

    def post(self, address: str, **data: str) -> Page:
        self.page = Page(self.client.post(address, data))
        return self.page


def elsewhere(code: str) -> Later:
    """The same woman with another device, where she types her code."""
    other = Later("/go-on")
    other.post("/go-on", code=code)
    return other


def half_told() -> Later:
    """She has said what it is about and is in the middle of her story."""
    woman = Later()
    woman.press(stage="birth")
    woman.press(fft="good")
    return woman


def ask_to_forget(code: str) -> Any:
    return Client().post("/go-on", {"code": code, "step": "ask"})
