"""Addresses of the board's pages."""

from django.urls import path

from surveys.web.board import views

app_name = "board"
urlpatterns = [
    path("", views.home, name="home"),
    path("<uuid:report_id>/", views.report, name="report"),
    path("<uuid:report_id>/<str:kind>/", views.document, name="document"),
]
