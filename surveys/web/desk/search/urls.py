"""The address of search."""

from functools import partial

from django.urls import path

from surveys.web.access import at
from surveys.web.desk.listen.queues import ORDINARY
from surveys.web.desk.search.views import search

urlpatterns = [path("", at(ORDINARY.reads)(partial(search, queue=ORDINARY)), name="search")]
