"""Addresses."""

from django.urls import path

from surveys.web.public import consulting, figures, leaving, partnership, stopping, views

app_name = "public"
urlpatterns = [
    path("", views.home, name="home"),
    path("m/<slug:slug>/", partnership.page, name="partnership"),
    path("m/<slug:slug>/embed", partnership.card, name="embed"),
    path("m/<slug:slug>/data.csv", figures.as_csv, name="data-csv"),
    path("m/<slug:slug>/data.json", figures.as_json, name="data-json"),
    path("m/<slug:slug>/c/<slug:consultation_slug>/", consulting.consultation, name="consultation"),
    path("m/<slug:slug>/c/<slug:consultation_slug>/answer", consulting.answer, name="answer"),
    path("m/<slug:slug>/c/<slug:consultation_slug>/hear", consulting.hear, name="hear"),
    path("stop/<str:token>", stopping.stop, name="stop"),
    path("kept/<str:token>", stopping.kept, name="kept"),
    path("leave", leaving.leave, name="leave"),
    path("privacy", views.privacy, name="privacy"),
    path("accessibility", views.accessibility, name="accessibility"),
    path("robots.txt", views.robots, name="robots"),
]
