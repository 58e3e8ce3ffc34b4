"""The baselines, then every address of the product."""

from django.urls import include, path

from tests.benchmarks import bare

urlpatterns = [
    path("bare/", bare.three_inserts),
    path("flat/", bare.flat_page),
    path("", include("mvp_feedback.urls")),
]
