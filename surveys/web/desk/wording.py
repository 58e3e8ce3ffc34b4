"""What codes say on the desk's pages."""

from surveys.questionnaires import standard
from surveys.questionnaires.definition import Question


def _titles(question: Question) -> dict[str, str]:
    return {choice.code: choice.wording["en"] for choice in question.choices}


STAGES = _titles(standard.STAGE)
AFTER_LOSS = {standard.AFTER_LOSS: "After a loss"}
HAPPENED = _titles(standard.HAPPENED)
FFT = _titles(standard.FFT)
SENTIMENTS = {"positive": "Good", "negative": "Bad", "mixed": "Both", "neutral": "Neither"}
STATES = {
    "waiting": "Not checked yet",
    "cleared": "Checked",
    "set_aside": "Set aside",
    "locked": "A risk: with those on call",
}
STATE_KINDS = {"waiting": "waiting", "cleared": "done", "set_aside": "closed", "locked": "danger"}
KINDS = {
    "name": "Name",
    "phone": "Phone number",
    "email": "E-mail address",
    "nhs_number": "NHS number",
    "postcode": "Postcode",
    "address": "Address",
    "date_of_birth": "Date of birth",
    "url": "Link",
}
