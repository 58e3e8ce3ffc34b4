"""The room's place among Django's apps."""

from django.apps import AppConfig


class CommitmentsConfig(AppConfig):
    name = "surveys.commitments"
    label = "commitments"
