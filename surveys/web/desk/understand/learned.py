"""What the machine has learned from people's decisions here, and taking it back."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from surveys.core import clock
from surveys.core.errors import DomainError, NotAllowed
from surveys.organisations.queries import Organisation
from surveys.people.roles import Permission
from surveys.themes import queries as themes
from surveys.themes import services as theming
from surveys.web.access import SignedInRequest, at


@at(Permission.KEEP_THEMES)
def learned(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    """Every version with how it did on decisions that it had not seen; the one in use can be taken back."""
    return render(request, "web/desk/understand/learned.jinja", _context(organisation))


@at(Permission.KEEP_THEMES)
@require_POST
def take_back(request: SignedInRequest, organisation: Organisation, version_id: UUID) -> HttpResponse:
    """The version before suggests again. Without a reason nothing happens, and it is said."""
    why = request.POST.get("why", "")
    if not any(line.version.pk == version_id for line in themes.learned_lines(organisation.pk)):
        raise Http404
    try:
        theming.roll_back(version_id, why=why, by=request.user, now=clock.now())
    except NotAllowed:
        raise
    except DomainError as problem:
        context = _context(organisation) | {"problem": str(problem), "why": why}
        return render(request, "web/desk/understand/learned.jinja", context, status=422)
    messages.success(request, _("Taken back. What nobody has decided about is being read again."))
    return redirect("desk:learned", organisation.slug)


def _context(organisation: Organisation) -> dict[str, object]:
    return {
        "lines": themes.learned_lines(organisation.pk),
        "fewest": themes.FEWEST_TO_LEARN,
        "problem": "",
        "why": "",
        "slug": organisation.slug,
    }
