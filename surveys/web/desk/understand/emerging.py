"""What may be a theme that the list lacks: a person says whether it is."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from surveys.core import clock
from surveys.core.errors import DomainError, NotAllowed
from surveys.moderation import queries as moderation
from surveys.moderation.queries import pieces
from surveys.organisations.queries import Organisation
from surveys.people import queries as people
from surveys.people.roles import Permission
from surveys.themes import queries as themes
from surveys.themes import services as theming
from surveys.web.access import SignedInRequest, at
from surveys.web.desk import wording
from surveys.web.desk.understand.codes import plan_of
from surveys.web.desk.understand.forms import CodeForm


@at(Permission.KEEP_THEMES)
def emerging(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    """Each question with examples, for who may read them; a button has the worker look again."""
    if request.method == "POST":
        theming.ask_for_a_look(organisation, by=request.user, now=clock.now())
        messages.success(request, _("The machine looks again. Come back in a minute."))
        return redirect("desk:emerging", organisation.slug)
    prompts = themes.prompts(organisation.pk)
    may_read = Permission.READ_WORDS in people.permissions_at(request.user, organisation.pk)
    shown = [text.pk for each in prompts for text in each.examples] if may_read else []
    context = {
        "prompts": prompts,
        "words": moderation.safe_texts(shown),
        "pieces": pieces,
        "stages": wording.STAGES,
        "answered": themes.answered_prompts(organisation.pk),
        "titles": themes.Frames([organisation.pk]).all_titles(),
        "slug": organisation.slug,
    }
    return render(request, "web/desk/understand/emerging.jinja", context)


@at(Permission.KEEP_THEMES)
def make(request: SignedInRequest, organisation: Organisation, prompt_id: UUID) -> HttpResponse:
    """It is a theme: she gives it a name and a meaning."""
    found = _prompt(organisation, prompt_id)
    sent = request.POST if request.method == "POST" else None
    form = CodeForm(
        sent, initial={"title": ", ".join(found.prompt.words).capitalize()}, plan=plan_of(organisation)
    )
    if form.is_valid():
        try:
            theming.make_it_a_code(
                found.prompt.pk,
                words=form.words(),
                why=form.cleaned_data["why"],
                by=request.user,
                now=clock.now(),
            )
        except NotAllowed:
            raise
        except DomainError as problem:
            form.add_error(None, ValidationError(str(problem)))
        else:
            messages.success(request, _("The theme is in your list."))
            return redirect("desk:codes", organisation.slug)
    context = {"form": form, "what": "add", "heading": _("Make it a theme"), "entry": None}
    return render(request, "web/desk/understand/code.jinja", context | {"slug": organisation.slug})


@at(Permission.KEEP_THEMES)
@require_POST
def dismiss(request: SignedInRequest, organisation: Organisation, prompt_id: UUID) -> HttpResponse:
    """It is no theme."""
    found = _prompt(organisation, prompt_id)
    theming.not_a_theme(found.prompt.pk, by=request.user, now=clock.now())
    messages.success(request, _("Kept as not a theme. You will not be asked about it again."))
    return redirect("desk:emerging", organisation.slug)


def _prompt(organisation: Organisation, prompt_id: UUID) -> themes.Prompt:
    found = themes.open_prompt(organisation.pk, prompt_id)
    if found is None:
        raise Http404
    return found
