"""What was hidden and need not be is shown again, for a reason that is kept."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from surveys.core import clock
from surveys.core.errors import DomainError
from surveys.moderation import queries as moderation
from surveys.moderation import services as moderating
from surveys.organisations.queries import Organisation
from surveys.web.access import SignedInRequest
from surveys.web.desk.listen.checking import page_of, refuse
from surveys.web.desk.listen.hiding import UnhideForm
from surveys.web.desk.listen.lookup import text_here
from surveys.web.desk.listen.queues import Queue


@require_POST
def show_again(
    request: SignedInRequest, organisation: Organisation, text_id: UUID, *, queue: Queue
) -> HttpResponse:
    """Others may read some of it again; the original is open on the page that this was sent from."""
    text = text_here(organisation, text_id, queue)
    item = moderation.to_check(text, by=request.user, now=clock.now(), original=True)
    form = UnhideForm(request.POST, item=item)
    if form.is_valid():
        try:
            moderating.unhide(
                text.pk,
                marks=form.marks(),
                reason=form.cleaned_data["reason"],
                by=request.user,
                now=clock.now(),
            )
        except DomainError as problem:
            refuse(form, problem)
        else:
            messages.success(request, _("Others can read it again. Your reason is kept."))
            return redirect(queue.page("check-one"), organisation.slug, text_id)
    return page_of(request, organisation, queue, item, {"unhide": form})
