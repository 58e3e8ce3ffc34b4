"""The room's place among Django's apps."""

from importlib import import_module

from django.apps import AppConfig


class ResponsesConfig(AppConfig):
    name = "surveys.responses"
    label = "responses"

    def ready(self) -> None:
        # The raw words' table lives in a module of its own, so that importing it can be forbidden elsewhere.
        import_module("surveys.responses.raw_text")
        import_module("surveys.responses.imports.models")
        import_module("surveys.responses.drafts.models")
