"""Addresses of Bring in answers."""

from django.urls import path

from surveys.web.desk.imports import matching, views

urlpatterns = [
    path("", views.imports, name="imports"),
    path("new/", views.new, name="import-new"),
    path("<uuid:batch_id>/", views.batch, name="import"),
    path("<uuid:batch_id>/columns/", matching.columns, name="import-columns"),
    path("<uuid:batch_id>/codes/", matching.codes, name="import-codes"),
    path("<uuid:batch_id>/mapping/", matching.as_text, name="import-mapping"),
    path("<uuid:batch_id>/check/", views.check, name="import-check"),
    path("<uuid:batch_id>/start/", views.start, name="import-start"),
    path("<uuid:batch_id>/remove/", views.remove, name="import-remove"),
    path("<uuid:batch_id>/refused.csv", views.refused, name="import-refused"),
]
