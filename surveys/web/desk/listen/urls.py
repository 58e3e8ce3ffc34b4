"""Addresses of Listen."""

from functools import partial

from django.urls import path

from surveys.web.access import at
from surveys.web.desk.listen import asking, views
from surveys.web.desk.listen.addresses import addresses
from surveys.web.desk.listen.queues import ORDINARY

urlpatterns = [
    path("", views.feedback, name="feedback"),
    path("themes/", views.themes_overview, name="themes"),
    *addresses(ORDINARY),
    path("<uuid:response_id>/", at(ORDINARY.reads)(partial(views.response, queue=ORDINARY)), name="response"),
    path("<uuid:response_id>/ask/", asking.ask, name="ask"),
    path("<uuid:response_id>/ask/back/", asking.take_question_back, name="take-question-back"),
]
