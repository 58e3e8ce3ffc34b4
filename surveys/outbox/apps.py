"""The room's place among Django's apps."""

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "surveys.outbox"
    label = "outbox"
