"""Celery's settings. The database holds what must be done; a lost task here loses nothing."""

from celery.schedules import crontab
from django.conf import settings

broker_url = settings.BROKER_URL
# Nothing reads results: what was done shows in the database.
task_ignore_result = True
task_acks_late = True
task_reject_on_worker_lost = True
worker_prefetch_multiplier = 1
# A worker's memory is given back after this many tasks; the text model is loaded once a process.
worker_max_tasks_per_child = 20_000
worker_send_task_events = False
broker_connection_retry_on_startup = True
# A killed worker's task comes back after this many seconds instead of Celery's hundred.
broker_transport_options = {"visibility_timeout": 3600, "unacked_restore_interval": 10}
timezone = "Europe/London"
imports = ("worker.tasks",)

# Post has a worker of its own: a sign-in code never waits behind a spreadsheet.
POST = ("deliver", "remind", "escalate")
task_routes = {f"worker.tasks.{task}": {"queue": "post"} for task in POST}

EVERY_SECOND = 1.0
HOUR = 3600.0
beat_schedule = {
    "settle": {"task": "worker.tasks.settle", "schedule": EVERY_SECOND, "options": {"expires": 5}},
    "deliver": {"task": "worker.tasks.deliver", "schedule": EVERY_SECOND, "options": {"expires": 5}},
    "import": {
        "task": "worker.tasks.import_spreadsheets",
        "schedule": EVERY_SECOND,
        "options": {"expires": 5},
    },
    "let-drafts-go": {"task": "worker.tasks.let_drafts_go", "schedule": HOUR, "options": {"expires": HOUR}},
    "let-searches-go": {
        "task": "worker.tasks.let_searches_go",
        "schedule": HOUR,
        "options": {"expires": HOUR},
    },
    "escalate": {"task": "worker.tasks.escalate", "schedule": 20.0, "options": {"expires": 20}},
    "look-for-new-themes": {
        "task": "worker.tasks.look_for_new_themes",
        "schedule": crontab(hour=3, minute=10),
        "options": {"expires": HOUR},
    },
    "learn": {"task": "worker.tasks.learn", "schedule": HOUR, "options": {"expires": HOUR}},
    "remind": {"task": "worker.tasks.remind", "schedule": 60.0, "options": {"expires": 60}},
}
