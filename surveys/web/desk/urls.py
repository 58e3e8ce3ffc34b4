"""Addresses of the desk: everything but the way in stands under an organisation."""

from django.urls import include, path

app_name = "desk"
urlpatterns = [
    path("", include("surveys.web.desk.home.urls")),
    path("<slug:organisation>/listen/", include("surveys.web.desk.listen.urls")),
    path("<slug:organisation>/understand/", include("surveys.web.desk.understand.urls")),
    path("<slug:organisation>/search/", include("surveys.web.desk.search.urls")),
    path("<slug:organisation>/risks/", include("surveys.web.desk.risks.urls")),
    path("<slug:organisation>/loss/", include("surveys.web.desk.loss.urls")),
    path("<slug:organisation>/imports/", include("surveys.web.desk.imports.urls")),
    path("<slug:organisation>/consultations/", include("surveys.web.desk.consultations.urls")),
    path("<slug:organisation>/invite/", include("surveys.web.desk.invite.urls")),
    path("<slug:organisation>/reports/", include("surveys.web.desk.reports.urls")),
    path("<slug:organisation>/actions/", include("surveys.web.desk.actions.urls")),
    path("<slug:organisation>/people/", include("surveys.web.desk.people.urls")),
]
