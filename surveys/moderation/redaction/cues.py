"""Words that announce a name, and the job titles that stand in for the names of staff."""

import re

HONORIFICS = frozenset({"dr", "mr", "mrs", "prof", "professor"})
# Verbs or illnesses in small letters ("miss my baby"), so only a listed name counts after those.
CAREFUL_HONORIFICS = frozenset({"miss", "ms", "mx"})

_ENGLISH_ROLES = {
    "doctor", "nurse", "midwife", "midwives", "mw", "sister", "matron", "consultant", "visitor", "assistant", "sonographer",
    "anaesthetist", "anesthetist", "registrar", "surgeon", "obstetrician", "paediatrician", "worker", "student",
    "receptionist", "hca", "msw", "mca", "doula", "physio", "counsellor", "therapist", "gp", "hv", "interpreter", "porter",
    "nurses", "doctors", "sisters",
}  # fmt: skip
_ROLES_BY_LANGUAGE = {
    "pl": {"położna", "polozna", "pielęgniarka", "pielegniarka", "pani", "pan", "doktor", "lekarka", "lekarz"},
    "ro": {"doamna", "domnul", "doctor", "doctorul", "doctorița", "asistenta", "moașa", "moasa"},
    "pt": {"parteira", "enfermeira", "doutora", "doutor", "senhora", "médica", "dona"},
    "uk": {"акушерка", "лікарка", "лікар", "медсестра", "пані", "пан"},
    "so": {"umuliso", "dhakhtar", "dhakhtarad", "kalkaaliso"},
}
FAMILY = frozenset(
    "husband wife partner boyfriend girlfriend fiance fiancee son daughter baby boy girl mum mam mom mother dad father"
    " brother sister nan twins friend".split()
)
PERSON_NOUNS = frozenset({"lady", "woman", "man", "girl", "guy", "someone", "somebody", "person", "staff", "chap", "member"})
PLACE_WORDS = frozenset(
    "ward hospital unit suite centre center house clinic road street infirmary building wing team court room lane"
    " maternity theatre theatres surgery practice university avenue park diary nightingale cook eliot birth".split()
)
BEFORE_PLACES = frozenset({"st", "saint", "queen", "king", "princess", "prince", "royal", "ward", "lord"})
VERBS_AFTER_A_NAME = frozenset(
    "was were is helped came delivered made who has had went gave did listened explained stayed held took looked"
    " supported checked never always really".split()
)

THANKS = re.compile(
    r"\b(?:thanks?(?:\s+you)?(?:\s+(?:so|very)\s+much)?(?:\s+again)?|shout\s?out|special mention|well done|credit|grateful"
    r"|mention|praise|kudos|compliments?|particularly|especially|namely)\s+(?:goes\s+|go\s+)?(?:to\s+|for\s+)?",
    re.IGNORECASE,
)
CALLED = re.compile(
    r"\b(?:named|name(?:'|’)?s|names? (?:is|was|are|were)|by the name of|known as|goes by)\s+", re.IGNORECASE
)
PERSON_CALLED = re.compile(
    r"\b(?:lady|woman|man|girl|boy|guy|someone|somebody|midwife|nurse|doctor|consultant|student|worker|visitor|assistant"
    r"|sonographer|hca|baby|son|daughter|husband|partner|staff|member|registrar|matron|sister)\s+(?:(?:was|is|were|who is)\s+)?"
    r"called\s+(?:dr\.?\s+|mr\.?\s+|mrs\.?\s+)?",
    re.IGNORECASE,
)

_TITLES = {
    "dr": "doctor", "doctor": "doctor", "midwife": "midwife", "mw": "midwife", "nurse": "nurse", "sister": "sister",
    "matron": "matron", "consultant": "consultant", "health visitor": "health visitor", "hv": "health visitor",
    "sonographer": "sonographer", "anaesthetist": "anaesthetist", "registrar": "registrar", "surgeon": "surgeon",
    "student midwife": "student midwife", "student nurse": "student nurse", "receptionist": "receptionist",
    "community midwife": "community midwife", "bereavement midwife": "bereavement midwife",
    "hca": "healthcare assistant", "healthcare assistant": "healthcare assistant", "support worker": "support worker",
    "maternity support worker": "support worker", "msw": "support worker", "obstetrician": "obstetrician",
    "paediatrician": "paediatrician", "ward sister": "ward sister", "gp": "GP",
}  # fmt: skip
_DETERMINERS = "the|my|our|your|her|his|this|that|another|one|a|an"
JOB_TITLE_BEFORE = re.compile(
    rf"\b(?:(?P<determiner>{_DETERMINERS})\s+)?(?P<title>"
    + "|".join(re.escape(title) for title in sorted(_TITLES, key=len, reverse=True))
    + r")\.?\s+$",
    re.IGNORECASE,
)


def roles(language: str) -> frozenset[str]:
    """Role words that may stand before a name: the English ones, and those of `language` (ISO 639-1)."""
    return frozenset(_ENGLISH_ROLES | _ROLES_BY_LANGUAGE.get(language, set()))


def job_title(word: str) -> str:
    """The title written out, for one that `JOB_TITLE_BEFORE` found."""
    return _TITLES[" ".join(word.lower().split())]
