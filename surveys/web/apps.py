"""The face's place among Django's apps."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "surveys.web"
    label = "web"
