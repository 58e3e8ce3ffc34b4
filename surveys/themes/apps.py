"""The room's place among Django's apps."""

from importlib import import_module

from django.apps import AppConfig


class ThemesConfig(AppConfig):
    name = "surveys.themes"
    label = "themes"

    def ready(self) -> None:
        import_module("surveys.themes.search.models")
