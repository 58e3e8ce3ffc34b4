"""Addresses."""

from django.urls import path

from surveys.web.public import consulting, stopping, views

app_name = "public"
urlpatterns = [
    path("", views.home, name="home"),
    path("m/<slug:slug>/", views.partnership, name="partnership"),
    path("m/<slug:slug>/c/<slug:consultation_slug>/", consulting.consultation, name="consultation"),
    path("m/<slug:slug>/c/<slug:consultation_slug>/answer", consulting.answer, name="answer"),
    path("m/<slug:slug>/c/<slug:consultation_slug>/hear", consulting.hear, name="hear"),
    path("stop/<str:token>", stopping.stop, name="stop"),
    path("privacy", views.privacy, name="privacy"),
    path("accessibility", views.accessibility, name="accessibility"),
    path("robots.txt", views.robots, name="robots"),
]
