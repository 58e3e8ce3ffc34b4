"""The addresses of checking a queue, one comment at a time and many."""

from functools import partial

from django.urls import URLPattern, path

from surveys.web.access import at
from surveys.web.desk.listen import checking, holding, misuse, showing, together
from surveys.web.desk.listen.queues import Queue

ONE = "check/<uuid:text_id>/"
VIEWS = (
    ("check/", checking.check, "check"),
    ("check/list/", together.waiting_list, "check-list"),
    ("check/list/<uuid:together_id>/undo/", together.undo, "together-undo"),
    (ONE, checking.check_one, "check-one"),
    (f"{ONE}hold/", holding.hold, "hold"),
    (f"{ONE}let-go/", holding.let_go, "let-go"),
    (f"{ONE}aside/", checking.set_aside, "set-aside"),
    (f"{ONE}undo/", checking.undo, "undo-check"),
    (f"{ONE}show-again/", showing.show_again, "show-again"),
    (f"{ONE}not-feedback/", checking.not_feedback, "not-feedback"),
)


def addresses(queue: Queue) -> list[URLPattern]:
    """All of them, each open to those who may check the queue."""
    return [
        *(
            path(route, at(queue.checks)(partial(view, queue=queue)), name=name)
            for route, view, name in VIEWS
        ),
        *misuse.addresses(queue),
    ]
