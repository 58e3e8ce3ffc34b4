"""What codes are called in a report."""

from django.utils.translation import get_language_info

from surveys.questionnaires import standard
from surveys.questionnaires.definition import Question
from surveys.responses.models import Channel

NOT_SAID = "not_said"
UNKNOWN = "unknown"


def _choices(question: Question) -> dict[str, str]:
    return {choice.code: choice.wording["en"] for choice in question.choices}


STAGES = _choices(standard.STAGE)
FFT = _choices(standard.FFT)
# On a ward it may also have been the tablet there.
CHANNELS = {code: str(label) for code, label in Channel.choices} | {Channel.WARD.value: "On a ward"}
SENTIMENTS = {"positive": "Positive", "negative": "Negative", "mixed": "Mixed", "neutral": "Neutral"}
YES_OR_NO = {"yes": "Yes", "no": "No"}
ETHNIC_FAMILIES = {
    "white": "White",
    "mixed": "Mixed or multiple",
    "asian": "Asian or Asian British",
    "black": "Black or Black British",
    "other": "Other",
}
GROUPS = {
    "age": ("Age", _choices(standard.AGE)),
    "ethnicity": ("Ethnic group", ETHNIC_FAMILIES),
    "disability": ("A health condition of 12 months or more", YES_OR_NO),
    "interpreter": ("Needs an interpreter", YES_OR_NO),
    "language": ("Language of the answer", {}),
}
UNKNOWN_TO_DJANGO = {"gu": "Gujarati", "so": "Somali"}
PREFER_NOT = standard.PREFER_NOT[0]


def language(code: str) -> str:
    """A language's name in English; its code where nobody knows it."""
    if code in UNKNOWN_TO_DJANGO:
        return UNKNOWN_TO_DJANGO[code]
    try:
        return str(get_language_info(code)["name"])
    except KeyError:
        return code


def group_label(group: str, code: str) -> str:
    """What a code of a group is called."""
    if code == NOT_SAID:
        return "Did not say"
    if group == "language":
        return language(code)
    return GROUPS[group][1].get(code, code)
