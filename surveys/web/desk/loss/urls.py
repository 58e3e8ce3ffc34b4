"""Addresses of what was told after a loss: its own way in, and the pages of Listen for its own readers."""

from functools import partial

from django.urls import path

from surveys.web.access import at
from surveys.web.desk.listen.addresses import addresses
from surveys.web.desk.listen.queues import AFTER_LOSS
from surveys.web.desk.listen.views import response
from surveys.web.desk.loss import views
from surveys.web.desk.risks.urls import addresses as risk_addresses
from surveys.web.desk.search.views import search

app_name = "loss"
urlpatterns = [
    path("", views.home, name="home"),
    path("search/", at(AFTER_LOSS.reads)(partial(search, queue=AFTER_LOSS)), name="search"),
    *addresses(AFTER_LOSS),
    *risk_addresses(AFTER_LOSS, under="risks/"),
    path("<uuid:response_id>/", at(AFTER_LOSS.reads)(partial(response, queue=AFTER_LOSS)), name="response"),
]
