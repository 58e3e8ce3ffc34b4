"""The product's settings, with the baselines' addresses beside its own, behind one trusted proxy."""

from mvp_feedback.settings import *  # noqa: F403 - the same server for both sides

ROOT_URLCONF = "tests.benchmarks.urls"
ALLAUTH_TRUSTED_PROXY_COUNT = 1
