"""What goes in and out, and so what the OpenAPI document says."""

from typing import Any

from rest_framework import serializers

from surveys.responses.queries import Purpose


class OptionSerializer(serializers.Serializer[Any]):
    """One thing that could be done."""

    code = serializers.CharField()
    title = serializers.CharField()
    detail = serializers.CharField()


class ConsultationSerializer(serializers.Serializer[Any]):
    """A consultation that can be answered now."""

    id = serializers.UUIDField()
    partnership = serializers.CharField(source="organisation.slug")
    title = serializers.CharField()
    proposal = serializers.CharField()
    reasons = serializers.CharField()
    options = OptionSerializer(many=True)
    opens_at = serializers.DateTimeField()
    closes_at = serializers.DateTimeField()
    url = serializers.SerializerMethodField()

    def get_url(self, consultation: Any) -> str:
        """Where women answer it."""
        return str(self.context["address"](consultation))


class FeedbackSerializer(serializers.Serializer[Any]):
    """One woman's feedback, collected elsewhere with her consents."""

    unit = serializers.SlugField(help_text="The slug of the site or service, or of the partnership itself.")
    answers = serializers.DictField(
        child=serializers.JSONField(),
        help_text="Answers by question key; choices by their code. See the questions endpoint.",
    )
    consents = serializers.DictField(
        child=serializers.BooleanField(),
        required=False,
        help_text=f"What she agreed to: {', '.join(Purpose.values)}. What is left out was not agreed to.",
    )
    language = serializers.RegexField(
        r"^[a-z]{2}$", default="en", help_text="The language of the page, as two letters."
    )

    def validate_consents(self, consents: dict[str, bool]) -> dict[str, bool]:
        """Only purposes that exist: a misspelt consent must not be lost."""
        unknown = sorted(set(consents) - set(Purpose.values))
        if unknown:
            raise serializers.ValidationError(f"There is no purpose “{unknown[0]}”.")
        if consents.get(Purpose.CONTACT):
            raise serializers.ValidationError("Contact details cannot be sent through the API.")
        return consents


class ReceiptSerializer(serializers.Serializer[Any]):
    """What to give her: with this code she can take her feedback back."""

    receipt = serializers.CharField()
    already_known = serializers.BooleanField()


class ChoiceSerializer(serializers.Serializer[Any]):
    """One answer that can be chosen."""

    code = serializers.CharField()
    wording = serializers.DictField(child=serializers.CharField())


class QuestionSerializer(serializers.Serializer[Any]):
    """One question of the current questionnaire."""

    key = serializers.CharField()
    kind = serializers.CharField()
    wording = serializers.DictField(child=serializers.CharField())
    choices = ChoiceSerializer(many=True)


class ErrorSerializer(serializers.Serializer[Any]):
    """What went wrong and what to do."""

    error = serializers.CharField()
    fields_to_put_right = serializers.DictField(required=False)
