"""Addresses of the way in and of Today."""

from django.urls import path

from surveys.web.desk.home import views

urlpatterns = [
    path("", views.home, name="home"),
    path("<slug:organisation>/", views.today, name="today"),
]
