"""The standard questions: the Friends and Family Test, the two texts, and the optional ones about her.

Wordings of the FFT question (since April 2020), of the ethnic groups (2021 Census) and of the health question
are the national ones.
"""

from surveys.questionnaires.definition import Choice, Definition, Question, QuestionKind

FFT_CODES = ("very_good", "good", "neither", "poor", "very_poor", "dont_know")
STAGES = ("antenatal", "birth", "postnatal_ward", "postnatal_community", "neonatal", "general")
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


PREFER_NOT = ("prefer_not", "I would rather not say")
ABOUT_HER_PAGE = 5

STAGE = _question(
    "stage",
    QuestionKind.CHOICE,
    "Which part of your care do you want to tell us about?",
    _choices(
        ("antenatal", "Pregnancy"),
        ("birth", "Labour and birth"),
        ("postnatal_ward", "On the ward after birth"),
        ("postnatal_community", "At home after birth"),
        ("neonatal", "Neonatal care"),
        ("general", "All of it, or something else"),
    ),
    page=1,
)
FFT = _question(
    "fft",
    QuestionKind.FFT,
    "Overall, how was your experience of our service?",
    _choices(
        ("very_good", "Very good"),
        ("good", "Good"),
        ("neither", "Neither good nor poor"),
        ("poor", "Poor"),
        ("very_poor", "Very poor"),
        ("dont_know", "Don’t know"),
    ),
    page=2,
)
GOOD = _question("good", QuestionKind.TEXT, "What was good about your care?", (), page=3)
BETTER = _question("better", QuestionKind.TEXT, "What could have been better?", (), page=4)
AGE = _question(
    "age",
    QuestionKind.CHOICE,
    "How old are you?",
    _choices(
        ("under_18", "Under 18"),
        ("18_19", "18 or 19"),
        ("20_24", "20 to 24"),
        ("25_29", "25 to 29"),
        ("30_34", "30 to 34"),
        ("35_39", "35 to 39"),
        ("40_over", "40 or over"),
        PREFER_NOT,
    ),
    page=ABOUT_HER_PAGE,
)
ETHNICITY = _question(
    "ethnicity",
    QuestionKind.CHOICE,
    "What is your ethnic group?",
    _choices(
        ("british", "White: English, Welsh, Scottish, Northern Irish or British"),
        ("irish", "White: Irish"),
        ("gypsy_traveller", "White: Gypsy or Irish Traveller"),
        ("roma", "White: Roma"),
        ("white_other", "Any other White background"),
        ("white_black_caribbean", "Mixed: White and Black Caribbean"),
        ("white_black_african", "Mixed: White and Black African"),
        ("white_asian", "Mixed: White and Asian"),
        ("mixed_other", "Any other Mixed or Multiple background"),
        ("indian", "Asian or Asian British: Indian"),
        ("pakistani", "Asian or Asian British: Pakistani"),
        ("bangladeshi", "Asian or Asian British: Bangladeshi"),
        ("chinese", "Asian or Asian British: Chinese"),
        ("asian_other", "Any other Asian background"),
        ("caribbean", "Black or Black British: Caribbean"),
        ("african", "Black or Black British: African"),
        ("black_other", "Any other Black background"),
        ("arab", "Arab"),
        ("other", "Any other ethnic group"),
        PREFER_NOT,
    ),
    page=ABOUT_HER_PAGE,
)
DISABILITY = _question(
    "disability",
    QuestionKind.CHOICE,
    "Do you have any physical or mental health conditions or illnesses lasting or expected to last for "
    "12 months or more?",
    _choices(("yes", "Yes"), ("no", "No"), PREFER_NOT),
    page=ABOUT_HER_PAGE,
)
INTERPRETER = _question(
    "interpreter",
    QuestionKind.CHOICE,
    "Do you need an interpreter to talk with midwives and doctors?",
    _choices(("yes", "Yes"), ("no", "No"), PREFER_NOT),
    page=ABOUT_HER_PAGE,
)
ABOUT_HER = (AGE, ETHNICITY, DISABILITY, INTERPRETER)


def feedback() -> Definition:
    """What the feedback pages ask: stage, FFT, what was good, what could be better, and about her."""
    return Definition((STAGE, FFT, GOOD, BETTER, *ABOUT_HER))


def unprompted() -> Definition:
    """What an imported answer may hold: the standard questions, each optional, and one more free text."""
    comment = _question("comment", QuestionKind.TEXT, "Comment", (), page=4)
    return Definition((STAGE, FFT, GOOD, BETTER, comment, *ABOUT_HER))
