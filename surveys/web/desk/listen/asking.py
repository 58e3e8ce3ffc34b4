"""The chair asks a woman whom nobody knows something, and takes the question back."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from surveys.core import clock
from surveys.core.errors import DomainError, NotAllowed
from surveys.organisations.queries import Organisation
from surveys.people.roles import Permission
from surveys.responses import queries as responses
from surveys.responses import services as asking
from surveys.web.access import SignedInRequest, at
from surveys.web.desk.listen.forms import AskForm
from surveys.web.desk.listen.queues import ORDINARY
from surveys.web.desk.listen.views import response as response_page
from surveys.web.desk.scope import partnership_ids


@at(Permission.ASK_BACK)
@require_POST
def ask(request: SignedInRequest, organisation: Organisation, response_id: UUID) -> HttpResponse:
    """Leave a question, which she finds when she comes back with her receipt."""
    _must_be_here(organisation, response_id)
    form = AskForm(request.POST)
    if form.is_valid():
        try:
            asking.ask(response_id, words=form.cleaned_data["question"], by=request.user, now=clock.now())
        except NotAllowed:
            raise
        except DomainError as problem:
            form.add_error("question", str(problem))
        else:
            messages.success(request, _("She will see your question if she comes back with her receipt."))
            return redirect("desk:response", organisation.slug, response_id)
    return response_page(request, organisation, response_id, queue=ORDINARY, question=form)


@at(Permission.ASK_BACK)
@require_POST
def take_question_back(
    request: SignedInRequest, organisation: Organisation, response_id: UUID
) -> HttpResponse:
    """She is asked no longer."""
    _must_be_here(organisation, response_id)
    question = responses.open_question(response_id)
    if question is not None:
        asking.withdraw_question(question.id, by=request.user, now=clock.now())
        messages.success(request, _("The question is taken back. She will not see it any more."))
    return redirect("desk:response", organisation.slug, response_id)


def _must_be_here(organisation: Organisation, response_id: UUID) -> None:
    if not responses.received(partnership_ids(organisation, now=clock.now())).filter(pk=response_id).exists():
        raise Http404
