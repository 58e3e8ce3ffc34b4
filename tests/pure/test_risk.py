"""What the risk rules see, what they leave, and that context changes it."""

import pytest

from surveys.moderation.risk import assess, concerns, version


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("I dont want to be here anymore", "R1"),
        ("I keep thinking about hurting myself", "R1"),
        ("they would all be better off without me", "R1"),
        ("I felt suicidal and nobody asked", "R1"),
        ("im bleeding heavily what should I do", "R1"),
        ("rang triage, no answer, and I am still bleeding", "R1"),
        ("baby hasn't moved since yesterday", "R1"),
        ("I scare myself with thoughts of harming my baby", "R1"),
        ("my husband hits me when he drinks", "R2"),
        ("I am scared of my partner", "R2"),
        ("he won't let me leave the house", "R2"),
        ("I was cut as a child and nobody asked", "R2"),
        ("they keep my passport and I work without pay", "R2"),
        ("my neighbour hits her children, she hits the kids", "R2"),
        ("my baby died because they did not listen", "R3"),
        ("the midwife slapped me on the leg", "R3"),
        ("she made racist remarks", "R3"),
        ("they gave me the wrong medication", "R3"),
        ("I want to make a formal complaint", "R4"),
        ("how do I complain about this", "R4"),
    ],
)
def test_risks_are_seen(text: str, level: str) -> None:
    risk = assess(text)
    assert risk is not None
    assert risk.level == level
    assert all(0 <= phrase.start < phrase.end <= len(text) for phrase in risk.phrases)


@pytest.mark.parametrize(
    "text",
    [
        "They asked me about domestic abuse when my husband was out, which was good",
        "I had reduced movements and was seen within 20 minutes",
        "I was bleeding at 8 weeks and they were brilliant",
        "told to ring if baby stopped moving",
        "After my first I was suicidal but the team got me through and I'm so much better now",
        "I never had thoughts of self harm",
        "I could have died of embarrassment",
        "I would kill for a cup of tea",
        "staff are dead nice",
        "no complaints at all, can't complain",
        "She explained the risk of stillbirth",
        "there was a poster on FGM in the toilet",
        "always on time unless traffic is bad",
    ],
)
def test_harmless_words_are_left(text: str) -> None:
    assert assess(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "chcę umrzeć",
        "nu mai vreau să trăiesc",
        "não quero viver",
        "хочу померти",
        "أريد أن أموت",
        "خودکشی",
        "ਖੁਦਕੁਸ਼ੀ",
        "આત્મહત્યા",
        "মরে যেতে চাই",
        "waxaan rabaa inaan dhinto",
    ],
)
def test_danger_is_seen_in_every_language_whatever_the_page_said(text: str) -> None:
    for language in ("en", "pl"):
        risk = assess(text, language=language)
        assert risk is not None
        assert risk.level == "R1"


def test_the_most_urgent_level_wins() -> None:
    risk = assess("I want to complain. My husband hits me.")
    assert risk is not None
    assert risk.level == "R2"


def test_every_concern_is_told_whatever_is_more_urgent() -> None:
    text = "My husband hits me. Im bleeding heavily. I want to complain"
    assert concerns(text) == {"abuse at home": "R2", "bleeding now": "R1", "wants to complain": "R4"}


def test_nobody_asking_excuses_nothing() -> None:
    assert assess("He hits me and nobody asked about it") is not None
    assert assess("I asked for help because I want to die") is not None


def test_what_another_language_says_excuses_a_borrowed_english_word() -> None:
    text = "doctor ne pucha suicide ke khayal aate hain"
    assert assess(text, language="ur") is None


def test_what_was_dealt_with_does_not_hide_what_is_happening_now() -> None:
    assert assess("I was induced and they were brilliant. Baby hasn't moved today.") is not None
    assert assess("It was better after they left. He hits me every night.") is not None


def test_a_film_excuses_its_own_sentence_only() -> None:
    assert assess("We watched a drama about suicide at book club") is None
    assert assess("We watched a drama about postnatal care. I want to die.") is not None


def test_how_it_ended_excuses_what_was_told_before_it_and_nothing_after_it() -> None:
    bleeding = "Blood everywhere"
    assert (
        assess(f"{bleeding}. So many people in the room. They were kind. Two units of blood, home by Friday")
        is None
    )
    assert assess(f"The birth was hard, two units of blood. {bleeding} since this morning") is not None


def test_what_is_happening_now_is_not_excused_by_how_something_ended() -> None:
    assert assess("I want to die every day. The ward was lovely. She's asleep on me") is not None
    assert assess("He hits me. Kept in for two nights, case closed, they said") is not None


def test_a_pad_soaked_within_the_hour_is_no_rescue_within_the_hour() -> None:
    assert assess("soaked a pad within an hour and passing clots") is not None
    assert assess("Waters went green at 41 weeks. They had me in theatre within the hour") is None


def test_a_week_of_pregnancy_is_no_fever() -> None:
    assert assess("41+2 and nothing happening") is None


def test_phrases_point_at_the_words() -> None:
    text = "Lovely staff. But I want to die."
    risk = assess(text)
    assert risk is not None
    assert "want to die" in [text[p.start : p.end] for p in risk.phrases]


def test_the_lexicon_has_a_version() -> None:
    assert version() == "risk-7"


DANGERS = (
    "I want to kill myself",
    "I hear voices telling me to hurt him",
    "My husband hits me",
    "He keeps my passport and I am not allowed out",
    "They want to take my daughter back home to be cut",
    "He forces me to have sex even with the stitches",
    "My boss keeps my papers and I work for no pay",
    "My stepdad comes into my room at night",
)
ENDINGS = (
    "Baby is well and we are home now.",
    "She is thriving and I would do it all again.",
    "I was discharged next day.",
    "They put me on antibiotics after the section.",
    "The wound healed nicely.",
    "The midwives were lovely, I was seen within an hour.",
    "We saw a film in the class.",
    "I couldn't ask for better midwives.",
)


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("danger", DANGERS)
def test_a_birth_that_ended_well_excuses_no_danger_of_another_kind(danger: str, ending: str) -> None:
    for text in (f"{danger}. {ending}", f"{ending} {danger}."):
        found = assess(text, language="en")
        assert found is not None, text
        assert found.level in ("R1", "R2")
