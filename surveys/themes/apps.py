"""The room's place among Django's apps."""

from django.apps import AppConfig


class ThemesConfig(AppConfig):
    name = "surveys.themes"
    label = "themes"
