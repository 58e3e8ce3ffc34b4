"""Addresses of risks: an MVP's, and after a loss an LMS's."""

from functools import partial

from django.urls import URLPattern, path

from surveys.web.access import at
from surveys.web.desk.listen.queues import ORDINARY, Queue
from surveys.web.desk.risks import acts, limits, rota, views


def addresses(queue: Queue, *, under: str = "") -> list[URLPattern]:
    """The addresses of a queue's risks, each open to those who may."""
    pages = (
        ("", views.listed, "risks", queue.risks),
        ("on-call/", rota.on_call, "on-call", queue.leads),
        ("on-call/<uuid:shift_id>/end/", rota.end, "end-shift", queue.leads),
        ("<uuid:case_id>/", views.one, "risk", queue.checks),
        ("<uuid:case_id>/log/", views.log, "risk-log", queue.checks),
        ("<uuid:case_id>/take/", acts.take, "take-risk", queue.checks),
        ("<uuid:case_id>/hand-over/", acts.hand_over, "hand-over-risk", queue.checks),
        ("<uuid:case_id>/note/", acts.note, "note-risk", queue.checks),
        ("<uuid:case_id>/level/", acts.level, "level-of-risk", queue.checks),
        ("<uuid:case_id>/contact/", acts.contact, "risk-contact", queue.checks),
        ("<uuid:case_id>/decide/", acts.decide, "decide-risk", queue.checks),
        ("<uuid:case_id>/reopen/", acts.reopen, "reopen-risk", queue.checks),
        ("raise/<uuid:text_id>/", acts.raise_, "raise-risk", queue.checks),
    )
    return [
        path(under + route, at(permission)(partial(view, queue=queue)), name=name)
        for route, view, name, permission in pages
    ]


urlpatterns = [*addresses(ORDINARY), path("limits/", limits.limits, name="risk-limits")]
