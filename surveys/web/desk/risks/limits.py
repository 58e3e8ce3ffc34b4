"""How long a risk may wait at an LMS, level by level: set by its officers."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render

from surveys.core import clock
from surveys.core.clock import local_date
from surveys.core.errors import NotAllowed
from surveys.moderation import queries as moderation
from surveys.moderation import services as moderating
from surveys.moderation.queries import Level, Limit, RiskLimit
from surveys.organisations import queries as organisations
from surveys.organisations.queries import Kind, Organisation
from surveys.people.roles import Permission
from surveys.web import nhs_forms as nhs
from surveys.web.access import SignedInRequest, at


class LimitsForm(nhs.NhsForm):
    """For each level a number and its unit."""

    def __init__(self, data: QueryDict | None = None, *, now_set: dict[str, Limit]) -> None:
        super().__init__(data)
        for level in Level:
            limit = now_set[level.value]
            self.fields[f"amount_{level.value}"] = nhs.IntegerField(
                label=f"{level.label}: how many?",
                label_size="s",
                min_value=1,
                max_value=100,
                width=3,
                initial=limit.amount,
                error_messages={
                    "required": f"{level.label}: enter a number from 1 to 100",
                    "min_value": f"{level.label}: enter a number from 1 to 100",
                    "max_value": f"{level.label}: enter a number from 1 to 100",
                },
            )
            self.fields[f"unit_{level.value}"] = nhs.RadioField(
                label=f"{level.label}: of what?",
                label_size="s",
                choices=RiskLimit.Unit.choices,
                initial=limit.unit,
                inline=True,
                small=True,
            )

    def wanted(self) -> list[dict[str, Any]]:
        """Each level's limit as it was sent."""
        return [
            {
                "level": level.value,
                "amount": self.cleaned_data[f"amount_{level.value}"],
                "unit": self.cleaned_data[f"unit_{level.value}"],
            }
            for level in Level
        ]


@at(Permission.MANAGE)
def limits(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    """The limits of the LMS in this address, or of the one that it is part of."""
    now = clock.now()
    lms = organisations.over(organisation, kind=Kind.LMS, on=local_date(now)) or organisation
    if not request.user.may(Permission.MANAGE, lms.pk):
        raise NotAllowed(f"Only an officer of {lms} can change its time limits.")
    form = LimitsForm(
        request.POST if request.method == "POST" else None,
        now_set=moderation.limits_for(lms.pk, now=now),
    )
    if form.is_bound and form.is_valid():
        for wanted in form.wanted():
            moderating.set_limit(lms.pk, **wanted, by=request.user, now=now)
        messages.success(request, "The time limits are kept. They hold for risks from now on.")
        return redirect("desk:risk-limits", organisation.slug)
    context = {"form": form, "lms": lms, "slug": organisation.slug}
    return render(request, "web/desk/risks/limits.jinja", context)
