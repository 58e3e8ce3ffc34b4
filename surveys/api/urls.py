"""Addresses."""

from django.contrib.auth.decorators import login_not_required
from django.urls import path
from drf_spectacular.views import SpectacularAPIView

from surveys.api import views

app_name = "api"
urlpatterns = [
    path("schema", login_not_required(SpectacularAPIView.as_view()), name="schema"),
    path("consultations", views.Consultations.as_view(), name="consultations"),
    path("units/<slug:unit>/questions", views.Questions.as_view(), name="questions"),
    path("feedback", views.Feedback.as_view(), name="feedback"),
    path("figures", views.Figures.as_view(), name="figures"),
]
