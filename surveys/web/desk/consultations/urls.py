"""Addresses of Ask: consultations."""

from django.urls import path

from surveys.web.desk.consultations import steps, views, writing

urlpatterns = [
    path("", views.consultations_here, name="consultations"),
    path("new/", writing.new, name="consultation-new"),
    path("<uuid:consultation_id>/", views.consultation, name="consultation"),
    path("<uuid:consultation_id>/edit/", writing.edit, name="consultation-edit"),
    path("<uuid:consultation_id>/preview/", views.preview, name="consultation-preview"),
    path("<uuid:consultation_id>/open/", steps.open_, name="consultation-open"),
    path("<uuid:consultation_id>/close/", steps.close, name="consultation-close"),
    path("<uuid:consultation_id>/reopen/", steps.reopen, name="consultation-reopen"),
    path("<uuid:consultation_id>/decide/", steps.decide, name="consultation-decide"),
    path("<uuid:consultation_id>/tell/", steps.tell, name="consultation-tell"),
]
