"""The room's place among Django's apps."""

from django.apps import AppConfig


class QuestionnairesConfig(AppConfig):
    name = "surveys.questionnaires"
    label = "questionnaires"
