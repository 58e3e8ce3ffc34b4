"""The room's place among Django's apps."""

from django.apps import AppConfig


class ModerationConfig(AppConfig):
    name = "surveys.moderation"
    label = "moderation"
