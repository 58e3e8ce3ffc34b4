"""The addresses to which e-mails link, as the faces name them."""

from django.conf.urls.i18n import i18n_patterns
from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


PUBLIC = [
    path("stop/<str:token>/", page, name="stop"),
    path("kept/<str:token>/", page, name="kept"),
    path("m/<slug:slug>/c/<slug:consultation>/", page, name="consultation"),
]
FEEDBACK = [path("r", page, name="receipt"), path("go-on/<str:token>", page, name="go-on-link")]
RISKS = [path("risks/", page, name="risks"), path("risks/<uuid:case_id>/", page, name="risk")]
DESK = [
    path("<slug:organisation>/", include(RISKS)),
    path("<slug:organisation>/loss/", include((RISKS, "loss"))),
]
BOARD = [path("<uuid:report_id>/", page, name="report")]
urlpatterns = [
    path("", include((PUBLIC, "public"))),
    *i18n_patterns(path("", include((FEEDBACK, "feedback"))), prefix_default_language=False),
    path("board/", include((BOARD, "board"))),
    path("desk/", include((DESK, "desk"))),
]
