"""In every language offered, danger is seen as women write it, and what only sounds like it is left."""

import json

import pytest
from babel.messages import Message

from surveys.moderation.language import LANGUAGES
from surveys.moderation.risk import assess, lexicon
from tests.pure.risk_lists import DATA, figures, fresh_lines, lines
from tools import words


@pytest.mark.parametrize("language", LANGUAGES)
def test_danger_is_seen_and_look_alikes_are_left(language: str) -> None:
    found = figures([language], "development")
    wrong = [
        line.text for line in lines(language, "development") if bool(line.level) != line.shows_help(language)
    ]
    assert found.recall >= 0.95, wrong
    assert found.false_alarms <= 0.05, wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_half_that_nobody_worked_on_is_nearly_as_good(language: str) -> None:
    found = figures([language], "held out")
    assert found.recall >= 0.9
    assert found.false_alarms <= 0.16


def test_over_all_languages_the_half_that_nobody_worked_on_holds_too() -> None:
    found = figures(LANGUAGES, "held out")
    assert found.recall >= 0.95
    assert found.false_alarms <= 0.05


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_list_is_long_enough_to_say_something(language: str) -> None:
    both = [line for part in ("development", "held out") for line in lines(language, part)]
    dangers = [line for line in both if line.level]
    fewest = 80 if language == "en" else 25
    assert min(len(dangers), len(both) - len(dangers)) >= fewest
    assert {line.level for line in dangers} == {"R1", "R2"}


def test_what_was_written_afterwards_has_been_learned() -> None:
    found = figures(LANGUAGES, "afterwards")
    assert found.recall >= 0.9
    assert found.false_alarms <= 0.05


def test_constructions_that_were_learned_stay_learned() -> None:
    found = figures(LANGUAGES, "constructions")
    assert found.recall >= 0.95
    assert found.false_alarms <= 0.05


def test_of_what_is_said_without_the_usual_words_most_is_seen() -> None:
    fresh = fresh_lines()
    shown = [(bool(line.level), line.shows_help(code)) for code, line in fresh]
    assert sum(danger and seen for danger, seen in shown) >= 0.7 * sum(danger for danger, _ in shown)
    assert sum(seen and not danger for danger, seen in shown) <= 0.08 * sum(not danger for danger, _ in shown)


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_what_our_own_pages_say_is_no_danger(language: str) -> None:
    path = next(path for spoken, path in words.catalogues() if spoken.code == language)
    texts = [text for message in words.read(path) for text in _texts(message)]
    assert len(texts) > 200
    assert [text for text in texts if _level(text, language) in ("R1", "R2")] == []


def _texts(message: Message) -> list[str]:
    said = [message.string] if isinstance(message.string, str) else list(message.string or ())
    return [text for text in said if message.id and text]


def test_ordinary_comments_show_no_help_in_whatever_language_they_are_taken_for() -> None:
    written = (DATA / "maternity_comments.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [json.loads(row)["text"] for row in written]
    flagged = {text for text in texts for code in LANGUAGES if _level(text, code) in ("R1", "R2")}
    assert flagged == set()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("نرس خود ہر دو گھنٹے بعد آ کر بچی کو دیکھ جاتی تھیں", "ur"),
        ("مترجم کے بغیر کام نہیں چلتا", "ur"),
        ("ਕਾਗਜ਼ਾਂ ਤੋਂ ਬਿਨਾਂ ਕੰਮ ਨਹੀਂ ਚੱਲਦਾ", "pa"),
        ("ভলান্টিয়ার চাচা হাত ধরে ওয়ার্ড পর্যন্ত নিলেন", "bn"),
    ],
)
def test_what_goes_by_itself_or_without_something_is_no_danger(text: str, language: str) -> None:
    assert _level(text, language) not in ("R1", "R2")


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("moje dziecko zmarło po porodzie", "R3"),
        ("copilul nostru a murit", "R3"),
        ("o nosso bebé morreu", "R3"),
        ("наша дитина померла", "R3"),
        ("مات طفلي بعد الولادة", "R3"),
        ("میرا بچہ فوت ہو گیا", "R3"),
        ("ਮੇਰਾ ਬੱਚਾ ਮਰ ਗਿਆ", "R3"),
        ("મારું બાળક મરી ગયું", "R3"),
        ("আমার বাচ্চা মারা গেছে", "R3"),
        ("ilmahaygu wuu dhintay", "R3"),
        ("chcę złożyć skargę", "R4"),
        ("vreau să fac o plângere", "R4"),
        ("quero fazer uma reclamação", "R4"),
        ("хочу подати скаргу", "R4"),
        ("أريد أن أقدم شكوى", "R4"),
        ("میں شکایت کرنا چاہتی ہوں", "R4"),
        ("ਮੈਂ ਸ਼ਿਕਾਇਤ ਕਰਨੀ ਚਾਹੁੰਦੀ ਹਾਂ", "R4"),
        ("મારે ફરિયાદ કરવી છે", "R4"),
        ("আমি অভিযোগ করতে চাই", "R4"),
        ("waxaan rabaa inaan cabasho gudbiyo", "R4"),
    ],
)
def test_loss_and_complaints_are_seen_in_every_language(text: str, level: str) -> None:
    assert _level(text, "en") == level


def test_only_english_says_that_a_speaker_has_read_it() -> None:
    assert [code for code in LANGUAGES if lexicon.is_checked(code)] == ["en"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_shrinks_to_one_group_or_to_nothing(language: str) -> None:
    for topic, phrases in lexicon.written(language).items():
        for phrase in phrases:
            needed = [part for part in phrase.split() if part != ".." and not part.startswith("?")]
            assert needed, (topic, phrase)
            assert len(needed) > 1 or "{" not in needed[0], (topic, phrase)
            assert not phrase.startswith("..")
            assert not phrase.endswith("..")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_group_that_a_phrase_names_exists(language: str) -> None:
    named = {
        name.rpartition("}")[0]
        for phrases in lexicon.written(language).values()
        for phrase in phrases
        for name in phrase.split("{")[1:]
    }
    assert named <= set(lexicon.groups(language))


def _level(text: str, language: str) -> str:
    risk = assess(text, language=language)
    return risk.level if risk else ""
