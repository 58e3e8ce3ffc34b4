"""Addresses of Act: reports."""

from django.urls import path

from surveys.web.desk.reports import views

urlpatterns = [
    path("", views.reports_here, name="reports"),
    path("new/", views.compile_, name="report-new"),
    path("<uuid:report_id>/", views.report, name="report"),
    path("<uuid:report_id>/words/", views.words, name="report-words"),
    path("<uuid:report_id>/sign-off/", views.sign_off, name="report-sign-off"),
    path("<uuid:report_id>/<str:kind>/", views.document, name="report-document"),
]
