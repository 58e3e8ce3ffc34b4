"""Every address of the product. The units' short ones (`/<code>`) come last: all else has a longer path.

Women's pages stand once for each language: `/lri` in English, `/pl/lri` in Polish.
"""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.generic import RedirectView

from surveys.web.kept_words import kept_words
from surveys.web.worker import worker

urlpatterns = [
    path("health/", include("surveys.web.health.urls")),
    path("account/", include("surveys.web.account.urls")),
    path("api/v1/", include("surveys.api.urls")),
    path("desk", RedirectView.as_view(pattern_name="desk:home")),
    path("desk/", include("surveys.web.desk.urls")),
    path("board", RedirectView.as_view(pattern_name="board:home")),
    path("board/", include("surveys.web.board.urls")),
    # At the root, because a worker may only speak for addresses below its own.
    path("sw.js", worker, name="worker"),
    *i18n_patterns(
        # Before "kept/" with a link's token.
        path("kept/words.html", kept_words, name="kept-words"),
        path("", include("surveys.web.public.urls")),
        path("", include("surveys.web.feedback.urls")),
        prefix_default_language=False,
    ),
]
handler400 = "surveys.web.errors.bad_request"
handler403 = "surveys.web.errors.forbidden"
handler404 = "surveys.web.errors.not_found"
handler500 = "surveys.web.errors.server_error"
