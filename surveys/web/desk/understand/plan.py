"""The plan both ways: what speaks to each commitment and what came of it; what each theme belongs to."""

from django.http import HttpResponse
from django.shortcuts import render

from surveys.commitments import queries as commitments
from surveys.core import clock
from surveys.core.clock import local_date
from surveys.organisations.queries import Organisation
from surveys.people.roles import Permission
from surveys.themes import queries as themes
from surveys.web.access import SignedInRequest, at
from surveys.web.desk.scope import organisation_ids


@at(Permission.KEEP_ACTIONS)
def plan(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    """Each commitment with its themes, its actions and what came of them; then each theme with the same."""
    now = clock.now()
    promised = list(commitments.for_organisation(organisation, on=local_date(now)))
    frame = themes.codeframe(organisation.pk)
    speaking = commitments.speaking_to(promised, [frame])
    actions = list(commitments.actions_of(organisation_ids(organisation, now=now)))
    context = {
        "plan": [
            (each, speaking[each.pk], [action for action in actions if action.commitment_id == each.pk])
            for each in promised
        ],
        "codes": [
            (
                code,
                [each for each in promised if code.code in speaking[each.pk]],
                [action for action in actions if code.code in frame.today(action.code)],
            )
            for code in frame.codes
        ],
        "titles": frame.titles(),
        "slug": organisation.slug,
    }
    return render(request, "web/desk/understand/plan.jinja", context)
