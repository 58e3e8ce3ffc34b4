"""The addresses to which e-mails link, as the faces name them."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


PUBLIC = [
    path("stop/<str:token>/", page, name="stop"),
    path("m/<slug:slug>/c/<slug:consultation>/", page, name="consultation"),
]
BOARD = [path("<uuid:report_id>/", page, name="report")]
urlpatterns = [
    path("", include((PUBLIC, "public"))),
    path("board/", include((BOARD, "board"))),
]
