"""The room's place among Django's apps."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "surveys.reports"
    label = "reports"
