"""The room's place among Django's apps."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "surveys.core"
    label = "core"
