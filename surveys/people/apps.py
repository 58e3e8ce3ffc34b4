"""The room's place among Django's apps."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "surveys.people"
    label = "people"
