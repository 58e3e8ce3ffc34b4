"""Who is on call, when: set by whoever leads, shift by shift."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from surveys.core import clock
from surveys.core.clock import local_date
from surveys.core.errors import DomainError, NotAllowed
from surveys.moderation import queries as moderation
from surveys.moderation import services as moderating
from surveys.organisations.queries import Organisation
from surveys.people.queries import User
from surveys.web import nhs_forms as nhs
from surveys.web.access import SignedInRequest
from surveys.web.desk.listen.queues import Queue
from surveys.web.desk.risks.moments import moment_of


class ShiftForm(nhs.NhsForm):
    """Who, from when, until when."""

    who = nhs.SelectField(
        label="Who is on call?",
        label_size="s",
        empty="Choose somebody",
        error_messages={"required": "Choose who is on call"},
    )
    from_day = nhs.DateField(label="From which day?", label_size="s", name="The first day")
    from_time = nhs.CharField(
        label="From what time?",
        label_size="s",
        help_text="For example, 9am or 17:30",
        width=10,
        max_length=10,
        error_messages={"required": "Enter a time"},
    )
    to_day = nhs.DateField(label="Until which day?", label_size="s", name="The last day")
    to_time = nhs.CharField(
        label="Until what time?",
        label_size="s",
        width=10,
        max_length=10,
        error_messages={"required": "Enter a time"},
    )

    def __init__(
        self, data: QueryDict | None = None, *, people: list[User], initial: dict[str, Any] | None = None
    ) -> None:
        super().__init__(data, initial=initial)
        self.fields["who"].choices = [(str(user.pk), str(user)) for user in people]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Days and times as moments, `starts_at` and `ends_at`."""
        for side, moment in (("from", "starts_at"), ("to", "ends_at")):
            day, typed = self.cleaned_data.get(f"{side}_day"), self.cleaned_data.get(f"{side}_time")
            if day and typed:
                try:
                    self.cleaned_data[moment] = moment_of(day, typed)
                except ValidationError as problem:
                    self.add_error(f"{side}_time", problem)
        return self.cleaned_data


def on_call(request: SignedInRequest, organisation: Organisation, *, queue: Queue) -> HttpResponse:
    """Who is on call now and later; one more shift."""
    now = clock.now()
    able = list(moderation.eligible(organisation.pk, after_loss=queue.after_loss, now=now))
    form = ShiftForm(
        request.POST if request.method == "POST" else None, people=able, initial=_first_guess(now)
    )
    if form.is_bound and form.is_valid() and _put(request, organisation, queue, form, now):
        messages.success(request, "The rota is changed.")
        return redirect(queue.page("on-call"), organisation.slug)
    shifts = moderation.shifts([organisation.pk], after_loss=queue.after_loss).filter(ends_at__gt=now)
    context = {
        "form": form,
        "shifts": list(shifts),
        "cover": moderation.cover(organisation.pk, after_loss=queue.after_loss, now=now),
        "able": able,
        "now": now,
        "place": organisation,
        "slug": organisation.slug,
        "queue": queue,
    }
    return render(request, "web/desk/risks/on_call.jinja", context)


@require_POST
def end(
    request: SignedInRequest, organisation: Organisation, shift_id: UUID, *, queue: Queue
) -> HttpResponse:
    """Somebody is on call no longer."""
    shift = moderation.shifts([organisation.pk], after_loss=queue.after_loss).filter(pk=shift_id).first()
    if shift is None:
        raise Http404
    moderating.end_shift(shift.pk, by=request.user, now=clock.now())
    messages.success(request, f"{shift.user} is no longer on call for this time.")
    return redirect(queue.page("on-call"), organisation.slug)


def _put(
    request: SignedInRequest, organisation: Organisation, queue: Queue, form: ShiftForm, now: datetime
) -> bool:
    given = form.cleaned_data
    try:
        moderating.put_on_call(
            organisation.pk,
            user_id=UUID(given["who"]),
            starts_at=given["starts_at"],
            ends_at=given["ends_at"],
            after_loss=queue.after_loss,
            by=request.user,
            now=now,
        )
    except NotAllowed:
        raise
    except DomainError as problem:
        form.add_error(None, ValidationError(str(problem)))
        return False
    return True


def _first_guess(now: datetime) -> dict[str, Any]:
    today = local_date(now)
    return {"from_day": today, "from_time": "9am", "to_time": "9am"}
