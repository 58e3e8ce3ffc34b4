"""How often a key may call."""

from typing import TYPE_CHECKING

from rest_framework.request import Request
from rest_framework.throttling import SimpleRateThrottle

if TYPE_CHECKING:
    # DRF imports this module while it makes its own views.
    from rest_framework.views import APIView


class KeyThrottle(SimpleRateThrottle):
    """Counts by key; callers without one are refused before they are counted."""

    scope = "key"

    def get_cache_key(self, request: Request, view: "APIView") -> str | None:
        holder = request.user
        return f"throttle:{holder.pk}" if holder else None
