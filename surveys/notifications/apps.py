"""The room's place among Django's apps."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "surveys.notifications"
    label = "notifications"
