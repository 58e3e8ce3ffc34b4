"""Addresses of Ask: inviting."""

from django.urls import path

from surveys.web.desk.invite import views

urlpatterns = [
    path("print/", views.posters, name="posters"),
    path("website/", views.website, name="website"),
]
