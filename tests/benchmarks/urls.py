"""The baselines, then every address of the product."""

from django.urls import path

from mvp_feedback import urls
from tests.benchmarks import bare

urlpatterns = [
    path("bare/", bare.three_inserts),
    path("flat/", bare.flat_page),
    *urls.urlpatterns,
]
