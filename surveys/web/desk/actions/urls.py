"""Addresses of Act: actions."""

from django.urls import path

from surveys.web.desk.actions import views

urlpatterns = [
    path("", views.actions_here, name="actions"),
    path("new/", views.new, name="action-new"),
    path("<uuid:action_id>/close/", views.close, name="action-close"),
]
