"""How right the machine is here, in figures from daily work."""

from django.http import HttpResponse
from django.shortcuts import render

from surveys.core import languages
from surveys.organisations.queries import Organisation
from surveys.people.roles import Permission
from surveys.themes import queries as themes
from surveys.web.access import SignedInRequest, at
from surveys.web.desk import wording

GROUPS = {
    "code": "By theme",
    "language": "By language",
    "stage": "By part of care",
    "length": "By length of the comment",
}
# Easy Read is English, too.
LANGUAGES = {each.tag: each.english_name for each in reversed(languages.LANGUAGES)}


@at(Permission.KEEP_THEMES)
def accuracy(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    """The machine's suggestions against what people decided, once there are enough decisions."""
    context = {
        "found": themes.accuracy(organisation.pk),
        "fewest": themes.FEWEST,
        "groups": GROUPS,
        "names": wording.STAGES | LANGUAGES,
        "slug": organisation.slug,
    }
    return render(request, "web/desk/understand/accuracy.jinja", context)
