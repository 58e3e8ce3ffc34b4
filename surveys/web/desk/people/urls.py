"""Addresses of People: roles, help lines, keys."""

from django.urls import path

from surveys.web.desk.people import help_lines, keys, roles

urlpatterns = [
    path("", roles.people_here, name="people"),
    path("give/", roles.give, name="give-role"),
    path("<uuid:membership_id>/end/", roles.end, name="end-role"),
    path("<uuid:membership_id>/resume/", roles.resume, name="resume-role"),
    path("<uuid:membership_id>/sign-out/", roles.sign_out, name="sign-out-everywhere"),
    path("help-lines/", help_lines.listed, name="help-lines"),
    path("help-lines/new/", help_lines.new, name="help-line-new"),
    path("help-lines/<uuid:line_id>/", help_lines.change, name="help-line"),
    path("help-lines/<uuid:line_id>/checked/", help_lines.checked, name="help-line-checked"),
    path("keys/", keys.keys, name="keys"),
    path("keys/<uuid:key_id>/revoke/", keys.revoke, name="revoke-key"),
]
