"""Closed by default: a view that says nothing answers nobody."""

from typing import TYPE_CHECKING

from rest_framework.permissions import BasePermission
from rest_framework.request import Request

if TYPE_CHECKING:
    # DRF imports this module while it makes its own views.
    from rest_framework.views import APIView


class Denied(BasePermission):
    """The default: nobody."""

    def has_permission(self, request: Request, view: "APIView") -> bool:
        return False


class HoldsKey(BasePermission):
    """Whoever presents a key; what she gets is limited to the key's organisation by each view's query."""

    def has_permission(self, request: Request, view: "APIView") -> bool:
        return bool(request.user and request.user.is_authenticated)
