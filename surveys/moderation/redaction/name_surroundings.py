"""What stands before and after a word, and how strongly it says that the word is a name."""

from collections.abc import Sequence

from surveys.moderation.redaction import word_lists
from surveys.moderation.redaction.name_words import Word, is_joined, is_joined_title

_TO_BE = frozenset({"was", "were", "is", "are", "has", "been"})
_ARTICLES = frozenset({"the", "a", "an", "our", "my"})
_AT_WORK = frozenset({"from", "on", "in", "off", "at"})
_OTHERS = frozenset(
    {
        "dad",
        "mum",
        "mother",
        "father",
        "husband",
        "wife",
        "partner",
        "nan",
        "hands",
        "voice",
        "birth",
        "cord",
        "sister",
        "brother",
        "heartbeat",
        "grandma",
        "face",
    }
)
_BEFORE_A_DEED = frozenset(
    {"then", "really", "just", "also", "even", "finally", "only", "still", "actually", "gently", "kindly"}
)
_TOLD = frozenset({"told", "tell", "asked", "ask", "thank", "hugged", "dear", "hi", "hiya", "bless"})
_NO_DESKS = frozenset({"ward", "bed", "birth", "community", "blood", "bloods"})
_PLACE_OF_BIRTH = frozenset({"centre", "center", "unit", "suite", "ward", "room", "place"})
_FINITE = frozenset(
    {
        "was",
        "is",
        "has",
        "had",
        "did",
        "does",
        "wasn't",
        "isn't",
        "hasn't",
        "hadn't",
        "didn't",
        "doesn't",
        "should",
        "would",
        "could",
    }
)
_READERS = frozenset({"you", "if", "ur", "take", "thank", "please", "thanks"})


def role_before(words: Sequence[Word], index: int) -> bool:
    """Whether a job stands before: "midwife Sarah", "the sonographer, Debbie", "a student (Ellis)"."""
    if not index:
        return False
    before = words[index - 1]
    return (
        before.lower in word_lists.roles(before.language)
        and not before.possessive
        and before.gap.strip() in {"", ",", "(", "-", "–", ":"}
    )


def kin_before(words: Sequence[Word], index: int) -> bool:
    """Whether "cousin", "baby", "my" or the like stands before."""
    if not index:
        return False
    before = words[index - 1]
    if before.lower in _TO_BE and index > 1:
        return (
            words[index - 2].lower in word_lists.cues("people")
            and is_joined(words[index - 2])
            and is_joined(before)
        )
    return before.lower in word_lists.cues("people") and (is_joined(before) or before.gap in {", ", " ("})


def owner_before(words: Sequence[Word], index: int) -> bool:
    """Whether "my" or "our" stands before."""
    return bool(index) and words[index - 1].lower in word_lists.cues("owners") and is_joined(words[index - 1])


def leading_before(words: Sequence[Word], index: int) -> bool:
    """Whether a word stands before that people rather than things follow ("by", "thank", "poor")."""
    return (
        bool(index) and words[index - 1].lower in word_lists.cues("leading") and is_joined(words[index - 1])
    )


def told_before(words: Sequence[Word], index: int) -> bool:
    """Whether something is told to it or asked of it, as of no place ("I told Beverley")."""
    return bool(index) and words[index - 1].lower in _TOLD and is_joined(words[index - 1])


def placed(words: Sequence[Word], index: int) -> bool:
    """Whether it stands where a time or a place would ("in May", "on Jasmine")."""
    return (
        bool(index) and words[index - 1].lower in word_lists.cues("placing") and is_joined(words[index - 1])
    )


def before_a_thing(words: Sequence[Word], index: int) -> bool:
    """Whether an article or the like stands before ("the Metrocentre", "from Kerala")."""
    before = words[index - 1] if index else None
    return before is not None and before.lower in word_lists.cues("before_things") and is_joined(before)


def saying_after(words: Sequence[Word], last: int) -> bool:
    """Whether what people say or show follows, as no thing does."""
    following = _following(words, last)
    if following is not None and following.lower in _BEFORE_A_DEED and is_joined(following):
        following = _following(words, last + 1)
    return following is not None and following.lower in word_lists.cues("sayings")


def title_before(words: Sequence[Word], index: int) -> bool:
    """Whether "Dr" or the like stands before, with or without initials between ("Mr A. Khan")."""
    while index > 1 and words[index - 1].initial and is_joined_title(words[index - 1]):
        index -= 1
    if not index or not is_joined_title(words[index - 1]):
        return False
    before = words[index - 1]
    if before.lower in word_lists.cues("careful_honorifics"):
        return before.capital
    return before.lower in word_lists.cues("honorifics")


def role_after(words: Sequence[Word], last: int) -> bool:
    """Whether a job follows: "Will the midwife", "Mehwish (student)", "Maitreyi, our matron"."""
    gap, position = words[last].gap, last + 1
    if position >= len(words) or gap.strip() not in {"", ",", "(", "-", "–", ", ("}:
        return False
    bare = gap == " "
    if words[position].lower in _ARTICLES:
        position, bare = position + 1, False
    elif bare:
        return False
    reach = words[position : position + 3]
    for word in reach:
        if word.lower in word_lists.roles("en"):
            return True
        if not is_joined(word):
            return False
    return False


def job_in_line_after(words: Sequence[Word], last: int) -> bool:
    """Whether "the MSW was", "our midwife." follows directly, as after a name in small letters."""
    if not is_joined(words[last]) and words[last].gap not in {", ", " ("}:
        return False
    following = words[last + 1 : last + 5]
    if len(following) < 2 or following[0].lower not in {"the", "our", "my"}:
        return False
    job = next((at for at, word in enumerate(following[1:], 1) if word.lower in word_lists.roles("en")), None)
    if job is None or not all(is_joined(word) for word in following[:job]):
        return False
    after = following[job + 1] if job + 1 < len(following) else None
    return (
        after is None
        or not is_joined(following[job])
        or after.lower in _TO_BE | _FINITE | {"who", "on", "from"}
    )


def deed_after(words: Sequence[Word], last: int) -> bool:
    """Whether what people do follows ("said", "held")."""
    following = _following(words, last)
    if following is None:
        return False
    if following.lower in _BEFORE_A_DEED and is_joined(following):
        following = _following(words, last + 1) or following
    return following.lower in word_lists.cues("deeds")


def finite_after(words: Sequence[Word], last: int) -> bool:
    """Whether "was", "didn't" or the like follows: what stands before it is no verb itself."""
    following = _following(words, last)
    return following is not None and following.lower.replace("’", "'") in _FINITE


def birth_is_told_after(words: Sequence[Word], last: int) -> bool:
    """Whether ", born" follows."""
    return last + 1 < len(words) and words[last + 1].lower == "born" and words[last].gap in {" ", ", ", " ("}


def kisses_after(words: Sequence[Word], last: int) -> bool:
    """Whether nothing but kisses follows, as under a letter."""
    return last + 1 < len(words) and all(not word.lower.strip("x") for word in words[last + 1 :])


def job_is_told_after(words: Sequence[Word], last: int) -> bool:
    """Whether "was my midwife", "is our lovely nurse", "was her name" follows."""
    if not finite_after(words, last) or last + 3 >= len(words):
        return False
    owner, thing = words[last + 2].lower, words[last + 3].lower
    if owner in {"my", "our", "her", "his"} and thing in {"name", "surname"}:
        return True
    if owner not in {"my", "our"}:
        return False
    return any(word.lower in word_lists.roles("en") for word in words[last + 3 : last + 6])


def birth_after(words: Sequence[Word], last: int) -> bool:
    """Whether it is somebody's birth ("Alfie's birth"), not a place for births ("Rosie's birth centre")."""
    after = words[last + 1 : last + 3]
    if not words[last].possessive or not after or after[0].lower != "birth":
        return False
    return len(after) == 1 or after[1].lower not in _PLACE_OF_BIRTH


def desk_after(words: Sequence[Word], last: int) -> bool:
    """Whether it is somebody "on reception", at a place that no ward could be in."""
    position = last + 2
    if position < len(words) and words[position].lower in _ARTICLES:
        position += 1
    return workplace_after(words, last) and words[position].lower not in _NO_DESKS


def verb_after(words: Sequence[Word], last: int) -> bool:
    """Whether a verb follows that names stand before ("was")."""
    following = _following(words, last)
    return following is not None and following.lower in word_lists.cues("verbs_after_a_name")


def praise_after(words: Sequence[Word], last: int) -> bool:
    """Whether "was lovely", "is my" or the like follows."""
    following = _following(words, last)
    if (
        following is None
        or following.lower not in _TO_BE
        or not is_joined(following)
        or last + 2 >= len(words)
    ):
        return False
    position = last + 2
    if words[position].lower == "not" and position + 1 < len(words):
        position += 1
    return words[position].lower in word_lists.cues("praise")


def workplace_after(words: Sequence[Word], last: int) -> bool:
    """Whether it is somebody "from bereavement", "on reception"."""
    following = _following(words, last)
    if following is None or following.lower not in _AT_WORK or not is_joined(following):
        return False
    position = last + 2
    if position < len(words) and words[position].lower in _ARTICLES:
        position += 1
    return position < len(words) and words[position].lower in word_lists.cues("workplaces")


def others_after(words: Sequence[Word], last: int) -> bool:
    """Whether somebody else or a part of the body belongs to it: "Cerys's dad"."""
    return words[last].possessive and last + 1 < len(words) and words[last + 1].lower in _OTHERS


def spoken_to(words: Sequence[Word], last: int) -> bool:
    """Whether it is spoken to: "Gemma you star", "Priya if you read this"."""
    return last + 1 < len(words) and words[last + 1].lower in _READERS and words[last].gap in {" ", ", "}


def _following(words: Sequence[Word], last: int) -> Word | None:
    return words[last + 1] if last + 1 < len(words) and is_joined(words[last]) else None


def on_its_own(words: Sequence[Word], index: int, last: int) -> bool:
    """Whether the name is all that a sentence or a line holds, as a signature is."""
    if not words[index].first:
        return False
    return last + 1 == len(words) or (words[last + 1].first and not is_joined(words[last]))
