"""The Celery application."""

import os
from logging.config import dictConfig
from typing import Any

from celery import Celery
from celery.signals import setup_logging

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mvp_feedback.settings")
os.environ.setdefault("FORKED_BY_MULTIPROCESSING", "1")

app = Celery("worker")
app.config_from_object("worker.config")
app.autodiscover_tasks(["worker"])


@setup_logging.connect
def log_as_the_settings_say(**kwargs: Any) -> None:
    """Celery's own logging would print exceptions, with the words that they quote."""
    from django.conf import settings

    dictConfig(settings.LOGGING)
