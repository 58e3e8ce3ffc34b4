"""The room's place among Django's apps."""

from django.apps import AppConfig


class ConsultationsConfig(AppConfig):
    name = "surveys.consultations"
    label = "consultations"
