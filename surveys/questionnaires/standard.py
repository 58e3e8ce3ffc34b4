"""The standard questions: the Friends and Family Test, the two texts, the optional ones about her, and those
after a loss.

Wordings of the FFT question (since April 2020), of the ethnic groups (2021 Census) and of the health question
are the national ones.
"""

from django.utils.translation import gettext_noop as _

from surveys.questionnaires.definition import Choice, Definition, Question, QuestionKind
from surveys.questionnaires.wordings import in_every_language

FFT_CODES = ("very_good", "good", "neither", "poor", "very_poor", "dont_know")
STAGES = ("antenatal", "birth", "postnatal_ward", "postnatal_community", "neonatal", "general")
AFTER_LOSS = "after_loss"
"""The stage of what is told after a loss. It comes from the road that a parent took: nothing offers it as an
answer, neither the feedback pages nor spreadsheets nor the API."""
ETHNIC_GROUPS = {
    "white": ("british", "irish", "gypsy_traveller", "roma", "white_other"),
    "mixed": ("white_black_caribbean", "white_black_african", "white_asian", "mixed_other"),
    "asian": ("indian", "pakistani", "bangladeshi", "chinese", "asian_other"),
    "black": ("caribbean", "african", "black_other"),
    "other": ("arab", "other"),
}
ETHNIC_FAMILY = {code: family for family, codes in ETHNIC_GROUPS.items() for code in codes}


def _choices(*pairs: tuple[str, str]) -> tuple[Choice, ...]:
    return tuple(Choice(code, {"en": words}) for code, words in pairs)


def _question(
    key: str, kind: QuestionKind, words: str, choices: tuple[Choice, ...], page: int, hint: str = ""
) -> Question:
    return Question(
        key=key,
        kind=kind,
        wording={"en": words},
        hint={"en": hint} if hint else {},
        choices=choices,
        page=page,
        about_her=page == ABOUT_HER_PAGE,
    )


PREFER_NOT = ("prefer_not", _("I would rather not say"))
ABOUT_HER_PAGE = 5

STAGE = _question(
    "stage",
    QuestionKind.CHOICE,
    _("Which part of your care do you want to tell us about?"),
    _choices(
        ("antenatal", _("Pregnancy")),
        ("birth", _("Labour and birth")),
        ("postnatal_ward", _("On the ward after birth")),
        ("postnatal_community", _("At home after birth")),
        ("neonatal", _("Neonatal care")),
        ("general", _("All of it, or something else")),
    ),
    page=1,
)
FFT = _question(
    "fft",
    QuestionKind.FFT,
    _("Overall, how was your experience of our service?"),
    _choices(
        ("very_good", _("Very good")),
        ("good", _("Good")),
        ("neither", _("Neither good nor poor")),
        ("poor", _("Poor")),
        ("very_poor", _("Very poor")),
        ("dont_know", _("Don’t know")),
    ),
    page=2,
)
GOOD = _question("good", QuestionKind.TEXT, _("What was good about your care?"), (), page=3)
BETTER = _question("better", QuestionKind.TEXT, _("What could have been better?"), (), page=4)
AGE = _question(
    "age",
    QuestionKind.CHOICE,
    _("How old are you?"),
    _choices(
        ("under_18", _("Under 18")),
        ("18_19", _("18 or 19")),
        ("20_24", _("20 to 24")),
        ("25_29", _("25 to 29")),
        ("30_34", _("30 to 34")),
        ("35_39", _("35 to 39")),
        ("40_over", _("40 or over")),
        PREFER_NOT,
    ),
    page=ABOUT_HER_PAGE,
)
ETHNICITY = _question(
    "ethnicity",
    QuestionKind.CHOICE,
    _("What is your ethnic group?"),
    _choices(
        ("british", _("White: English, Welsh, Scottish, Northern Irish or British")),
        ("irish", _("White: Irish")),
        ("gypsy_traveller", _("White: Gypsy or Irish Traveller")),
        ("roma", _("White: Roma")),
        ("white_other", _("Any other White background")),
        ("white_black_caribbean", _("Mixed: White and Black Caribbean")),
        ("white_black_african", _("Mixed: White and Black African")),
        ("white_asian", _("Mixed: White and Asian")),
        ("mixed_other", _("Any other Mixed or Multiple background")),
        ("indian", _("Asian or Asian British: Indian")),
        ("pakistani", _("Asian or Asian British: Pakistani")),
        ("bangladeshi", _("Asian or Asian British: Bangladeshi")),
        ("chinese", _("Asian or Asian British: Chinese")),
        ("asian_other", _("Any other Asian background")),
        ("caribbean", _("Black or Black British: Caribbean")),
        ("african", _("Black or Black British: African")),
        ("black_other", _("Any other Black background")),
        ("arab", _("Arab")),
        ("other", _("Any other ethnic group")),
        PREFER_NOT,
    ),
    page=ABOUT_HER_PAGE,
)
DISABILITY = _question(
    "disability",
    QuestionKind.CHOICE,
    _(
        "Do you have any physical or mental health conditions or illnesses lasting or expected to last for "
        "12 months or more?"
    ),
    _choices(("yes", _("Yes")), ("no", _("No")), PREFER_NOT),
    page=ABOUT_HER_PAGE,
)
INTERPRETER = _question(
    "interpreter",
    QuestionKind.CHOICE,
    _("Do you need an interpreter to talk with midwives and doctors?"),
    _choices(("yes", _("Yes")), ("no", _("No")), PREFER_NOT),
    page=ABOUT_HER_PAGE,
)
ABOUT_HER = (AGE, ETHNICITY, DISABILITY, INTERPRETER)
HAPPENED = _question(
    "happened",
    QuestionKind.CHOICE,
    _("Which of these is closest to what happened?"),
    _choices(
        ("early", _("I lost my pregnancy early on")),
        ("late", _("I lost my baby late in pregnancy, or my baby was stillborn")),
        ("after_birth", _("My baby died after birth")),
        ("medical", _("I ended my pregnancy for medical reasons")),
        PREFER_NOT,
    ),
    page=1,
)
HELPED = _question(
    "helped",
    QuestionKind.TEXT,
    _("What helped you?"),
    (),
    page=2,
    hint=_("It can be something that somebody said or did, a place, or time together."),
)
DIFFERENT = _question(
    "different",
    QuestionKind.TEXT,
    _("What would have helped, or should have been different?"),
    (),
    page=3,
)
ANYTHING = _question(
    "anything", QuestionKind.TEXT, _("Is there anything else that you want to tell us?"), (), page=4
)


def feedback() -> Definition:
    """What the feedback pages ask: stage, FFT, what was good, what could be better, and about her."""
    return in_every_language(Definition((STAGE, FFT, GOOD, BETTER, *ABOUT_HER)))


def after_loss() -> Definition:
    """What parents are asked after a loss: never the FFT, and nothing that has to be answered."""
    return in_every_language(Definition((HAPPENED, HELPED, DIFFERENT, ANYTHING, *ABOUT_HER)))


def unprompted() -> Definition:
    """What an imported answer may hold: the standard questions, each optional, and one more free text."""
    comment = _question("comment", QuestionKind.TEXT, _("Comment"), (), page=4)
    return Definition((STAGE, FFT, GOOD, BETTER, comment, *ABOUT_HER))
