"""Errors as JSON that says what to do: `{"error": sentence}`, with `fields` where single fields are wrong."""

from typing import Any

from rest_framework import status
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response
from rest_framework.views import exception_handler

from surveys.core.errors import Conflict, DomainError, NotAllowed

STATUSES = {NotAllowed: status.HTTP_403_FORBIDDEN, Conflict: status.HTTP_409_CONFLICT}


def explain(error: Exception, context: dict[str, Any]) -> Response | None:
    """The answer to an error; None leaves an unexpected one to be logged as such."""
    if isinstance(error, DomainError):
        return Response({"error": str(error)}, status=STATUSES.get(type(error), status.HTTP_400_BAD_REQUEST))
    answer = exception_handler(error, context)
    if answer is not None:
        answer.data = _sentence(error, answer.data)
    return answer


def _sentence(error: Exception, data: Any) -> dict[str, Any]:
    if isinstance(error, ValidationError):
        return {"error": "Some fields need to be put right.", "fields": data}
    return {"error": str(data.get("detail", data)) if isinstance(data, dict) else str(data)}
