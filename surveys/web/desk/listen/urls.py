"""Addresses of Listen."""

from django.urls import path

from surveys.web.desk.listen import checking, views

urlpatterns = [
    path("", views.feedback, name="feedback"),
    path("themes/", views.themes_overview, name="themes"),
    path("check/", checking.check, name="check"),
    path("check/<uuid:text_id>/", checking.check_one, name="check-one"),
    path("check/<uuid:text_id>/aside/", checking.set_aside, name="set-aside"),
    path("check/<uuid:text_id>/risk/", checking.decide_risk, name="decide-risk"),
    path("check/<uuid:text_id>/undo/", checking.undo, name="undo-check"),
    path("<uuid:response_id>/", views.response, name="response"),
]
