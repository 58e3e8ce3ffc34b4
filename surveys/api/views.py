"""The API's answers: each checks its reach, calls one service or query, and answers."""

from typing import Any, cast
from uuid import UUID, uuid5

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import status
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from surveys.api import reach
from surveys.api.authentication import KeyHolder
from surveys.api.permissions import HoldsKey
from surveys.api.serializers import (
    ConsultationSerializer,
    ErrorSerializer,
    FeedbackSerializer,
    QuestionSerializer,
    ReceiptSerializer,
)
from surveys.consultations import queries as consultations
from surveys.consultations.queries import Consultation
from surveys.core import clock
from surveys.core.errors import Conflict, DomainError
from surveys.organisations.queries import Kind, Organisation
from surveys.questionnaires import queries as questionnaires
from surveys.reports import queries as reports
from surveys.responses import queries as heard
from surveys.responses import services as responses
from surveys.responses.queries import Channel, Purpose
from surveys.responses.submission import Submission, submission

IDEMPOTENCY_KEY = OpenApiParameter(
    "Idempotency-Key",
    str,
    OpenApiParameter.HEADER,
    required=True,
    description="A key of your own, at least 16 letters: new for each woman, the same at every retry.",
)
LEAST_KEY, LONGEST_KEY = 16, 200


def holder(request: Request) -> Organisation:
    """The organisation that the caller's key belongs to."""
    return cast("KeyHolder", request.user).organisation


class Consultations(ListAPIView[Consultation]):
    """Consultations that can be answered now, the first to close first."""

    permission_classes = [HoldsKey]
    serializer_class = ConsultationSerializer

    def get_queryset(self) -> QuerySet[Consultation]:
        now = clock.now()
        if getattr(self, "swagger_fake_view", False):
            return consultations.open_now([], now=now)
        ids = reach.organisation_ids(holder(self.request), now=now)
        found = consultations.open_now(ids, now=now)
        return found.select_related("organisation").prefetch_related("options")

    def get_serializer_context(self) -> dict[str, Any]:
        return {**super().get_serializer_context(), "address": _address}


class Questions(APIView):
    """What a unit's women are asked now: the keys and codes that feedback is sent with."""

    permission_classes = [HoldsKey]

    @extend_schema(responses={200: QuestionSerializer(many=True), 400: ErrorSerializer})
    def get(self, request: Request, unit: str) -> Response:
        now = clock.now()
        place = reach.unit(unit, holder(request), now=now)
        version = reach.feedback_version(reach.partnership_of(place, now=now))
        asked = questionnaires.definition(version).questions
        return Response(QuestionSerializer(asked, many=True).data)


class Feedback(APIView):
    """Send one woman's feedback."""

    permission_classes = [HoldsKey]

    @extend_schema(
        request=FeedbackSerializer,
        parameters=[IDEMPOTENCY_KEY],
        responses={
            201: ReceiptSerializer,
            200: ReceiptSerializer,
            400: ErrorSerializer,
            409: ErrorSerializer,
        },
    )
    def post(self, request: Request) -> Response:
        """Stored once for each Idempotency-Key: 201 the first time, 200 with the same receipt afterwards."""
        asked = FeedbackSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        given = _submission(request, asked.validated_data)
        receipt = responses.receive(given, now=given.received_at)
        if receipt.already_known and not heard.says_the_same(given):
            raise Conflict("This Idempotency-Key was used for other answers before. Use a new key.")
        body = {"receipt": receipt.code, "already_known": receipt.already_known}
        return Response(body, status=status.HTTP_200_OK if receipt.already_known else status.HTTP_201_CREATED)


class Figures(APIView):
    """The figures of the latest report that an organisation has issued, small numbers hidden."""

    permission_classes = [HoldsKey]

    @extend_schema(responses={200: dict, 404: ErrorSerializer})
    def get(self, request: Request) -> Response:
        published = reports.published_figures(holder(request))
        if published is None:
            return Response({"error": "No report has been issued yet."}, status=status.HTTP_404_NOT_FOUND)
        return Response(published)


def _submission(request: Request, asked: dict[str, Any]) -> Submission:
    now = clock.now()
    place = reach.unit(asked["unit"], holder(request), now=now)
    partnership = reach.partnership_of(place, now=now)
    version = reach.feedback_version(partnership)
    consents = {Purpose(name): given for name, given in asked.get("consents", {}).items()}
    return submission(
        key=_key(request),
        partnership_id=partnership.pk,
        unit_id=place.pk if place.kind in (Kind.SITE, Kind.SERVICE) else None,
        version_id=version.pk,
        definition=questionnaires.definition(version),
        answers=asked["answers"],
        consents=consents,
        channel=Channel.API,
        language=asked["language"],
        received_at=now,
    )


def _key(request: Request) -> UUID:
    named = request.headers.get("Idempotency-Key", "")
    if not LEAST_KEY <= len(named) <= LONGEST_KEY:
        raise DomainError(f"Send an Idempotency-Key header of {LEAST_KEY} to {LONGEST_KEY} letters.")
    return uuid5(holder(request).pk, f"api\x1f{named}")


def _address(consultation: Consultation) -> str:
    path = reverse("public:consultation", args=[consultation.organisation.slug, consultation.slug])
    return f"{settings.SITE_URL}{path}"
