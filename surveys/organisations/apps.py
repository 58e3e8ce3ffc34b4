"""The room's place among Django's apps."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "surveys.organisations"
    label = "organisations"
