"""Who calls: another system, with a key that an organisation made for it."""

from dataclasses import dataclass
from uuid import UUID

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

from surveys.organisations.queries import Organisation
from surveys.people import queries as people

SCHEME = b"bearer"


@dataclass(frozen=True)
class KeyHolder:
    """The system that presented a key; it speaks for one organisation."""

    key_id: UUID
    organisation: Organisation
    is_authenticated: bool = True

    @property
    def pk(self) -> UUID:
        return self.key_id


class ApiKeyAuthentication(BaseAuthentication):
    """`Authorization: Bearer mvp_…`"""

    def authenticate(self, request: Request) -> tuple[KeyHolder, None] | None:
        scheme, _, key = get_authorization_header(request).partition(b" ")
        if scheme.lower() != SCHEME:
            return None
        held = people.key_holder(key.decode("latin-1").strip())
        if held is None:
            raise AuthenticationFailed("This key is not known or has been revoked.")
        return KeyHolder(held.pk, held.organisation), None

    def authenticate_header(self, request: Request) -> str:
        return 'Bearer realm="api"'


class ApiKeyScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]  # drf-spectacular has no types here
    """How the OpenAPI document describes the key."""

    target_class = "surveys.api.authentication.ApiKeyAuthentication"
    name = "key"

    def get_security_definition(self, auto_schema: object) -> dict[str, str]:
        return {"type": "http", "scheme": "bearer", "description": "A key made by the organisation's LMS."}
