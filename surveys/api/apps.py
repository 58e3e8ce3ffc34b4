"""The face's place among Django's apps."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "surveys.api"
    label = "api"
