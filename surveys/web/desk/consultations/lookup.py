"""Finds a consultation of the organisation in the address; those of others do not exist."""

from datetime import datetime
from uuid import UUID

from django.http import Http404
from django.urls import reverse

from surveys.consultations import queries as consultations
from surveys.consultations.queries import Consultation
from surveys.organisations.queries import Organisation
from surveys.web.desk.scope import organisation_ids


def found(organisation: Organisation, consultation_id: UUID, *, now: datetime) -> Consultation:
    """The consultation. Raises Http404 where it is not this organisation's."""
    here = consultations.of(organisation_ids(organisation, now=now)).select_related("organisation", "version")
    consultation = here.filter(pk=consultation_id).first()
    if consultation is None:
        raise Http404
    return consultation


def page(organisation: Organisation, consultation: Consultation) -> str:
    """The address of its page on the desk."""
    return reverse("desk:consultation", args=[organisation.slug, consultation.pk])
