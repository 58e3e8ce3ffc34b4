"""The room's place among Django's apps."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "surveys.demo"
    label = "demo"
