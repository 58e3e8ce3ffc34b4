"""Addresses."""

from django.urls import path, register_converter

from surveys.web.feedback import going_on, kiosk, receipts, typed, views

register_converter(typed.Untidy, "untidy")

app_name = "feedback"
urlpatterns = [
    path("r", receipts.receipt, name="receipt"),
    path("go-on", going_on.by_code, name="go-on"),
    path("go-on/<str:token>", going_on.by_link, name="go-on-link"),
    path("<slug:short_code>", views.start, name="start"),
    # As somebody may type it from a poster.
    path("<slug:short_code>/", views.start),
    path("<untidy:short_code>", typed.tidied, name="untidy"),
    path("<slug:short_code>/loss", views.after_loss, name="loss"),
    path("<slug:short_code>/help", views.whom_to_ring, name="help"),
    path("<slug:short_code>/kiosk", kiosk.start, name="kiosk"),
    path("<slug:short_code>/kiosk/loss", kiosk.after_loss, name="kiosk-loss"),
    path("<slug:short_code>/embed", views.card, name="embed"),
]
