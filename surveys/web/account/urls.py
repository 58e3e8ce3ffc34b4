"""Addresses of one's account: of allauth's pages only those that we use; the others do not exist."""

from allauth.account import views
from django.contrib.auth.decorators import login_not_required
from django.urls import path

from surveys.web.account import own_data

urlpatterns = [
    # Two names for one page: there are no passwords, so signing in starts with asking for a code.
    path("login/", views.request_login_code, name="account_login"),
    path("login/", views.request_login_code, name="account_request_login_code"),
    path("login/code/", views.confirm_login_code, name="account_confirm_login_code"),
    # Open to strangers: "use another address" gives up a sign-in that has only begun.
    path("logout/", login_not_required(views.logout), name="account_logout"),
    path("data/", own_data.show, name="account_data"),
    path("data/download", own_data.download, name="account_data_download"),
    path("data/sign-out", own_data.sign_out_everywhere, name="account_data_sign_out"),
    path("data/delete", own_data.delete, name="account_data_delete"),
    path("closed/", views.account_inactive, name="account_inactive"),
]
