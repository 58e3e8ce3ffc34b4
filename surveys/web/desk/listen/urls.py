"""Addresses of Listen."""

from functools import partial

from django.urls import path

from surveys.web.access import at
from surveys.web.desk.listen import checking, views
from surveys.web.desk.listen.queues import ORDINARY

urlpatterns = [
    path("", views.feedback, name="feedback"),
    path("themes/", views.themes_overview, name="themes"),
    *checking.addresses(ORDINARY),
    path("<uuid:response_id>/", at(ORDINARY.reads)(partial(views.response, queue=ORDINARY)), name="response"),
]
