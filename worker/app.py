"""The Celery application and its timetable."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mvp_feedback.settings")
os.environ.setdefault("FORKED_BY_MULTIPROCESSING", "1")

app = Celery("worker")
app.config_from_object("worker.config")
app.autodiscover_tasks(["worker"])
