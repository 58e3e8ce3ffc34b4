"""What is found, what is left alone, and what stands in its place."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.moderation.redaction import KINDS, Redaction, apply, suggest
from surveys.moderation.redaction.record_numbers import passes_check_digit


def found(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(text[r.start : r.end], r.kind) for r in suggest(text, language=language)]


@pytest.mark.parametrize(
    ("text", "detail", "kind"),
    [
        ("ring me on 07700 900123 please", "07700 900123", "phone"),
        ("my number is +44 7700 900 123", "+44 7700 900 123", "phone"),
        ("office (0116) 496 0123", "(0116) 496 0123", "phone"),
        ("call me on 496 0123 after six", "496 0123", "phone"),
        ("mail anna.k+baby@example.co.uk.", "anna.k+baby@example.co.uk", "email"),
        ("anna at example dot com", "anna at example dot com", "email"),
        ("see https://example.org/a?b=1.", "https://example.org/a?b=1", "url"),
        ("look at www.example.com, thanks", "www.example.com", "url"),
        ("find me @mum_of_2", "@mum_of_2", "url"),
        ("NHS number 943 476 5919", "943 476 5919", "nhs_number"),
        ("it is 9434765919", "9434765919", "nhs_number"),
        ("nhs no: 943-476-5918 I think", "943-476-5918", "nhs_number"),
        ("hospital number K1234567", "K1234567", "nhs_number"),
        ("mine is 6 3 3 8 1 0 4 4 2 7, look it up", "6 3 3 8 1 0 4 4 2 7", "nhs_number"),
        ("all under 5 0 1 . 7 7 3 . 2 9 4 8", "5 0 1 . 7 7 3 . 2 9 4 8", "nhs_number"),
        ("my wife's records 297 – 450 – 8813", "297 – 450 – 8813", "nhs_number"),
        ("ring 0-7-7-0-0-9-0-0-1-2-3", "0-7-7-0-0-9-0-0-1-2-3", "phone"),
        ("ring 0.7.7.0.0.9.0.0.1.2.3", "0.7.7.0.0.9.0.0.1.2.3", "phone"),
        ("from home +1 212-555-1234", "+1 212-555-1234", "phone"),
        ("I live in LE1 5WW", "LE1 5WW", "postcode"),
        ("near le15ww", "le15ww", "postcode"),
        ("moved to dh1 3az last year", "dh1 3az", "postcode"),
        ("dob 12/03/91", "12/03/91", "date_of_birth"),
        ("born on the 3rd of May 2025", "the 3rd of May 2025", "date_of_birth"),
        ("my date of birth is 4 June 1994", "4 June 1994", "date_of_birth"),
        ("12.3.1990 is my date of birth", "12.3.1990", "date_of_birth"),
        ("14/02/1988", "14/02/1988", "date_of_birth"),
        ("I live at 12 Acacia Avenue", "12 Acacia Avenue", "address"),
        ("24b high street is where", "24b high street", "address"),
        ("flat 3 is mine", "flat 3", "address"),
        ("we live in Vicarage Close now", "Vicarage Close", "address"),
        (
            "mobile is oh seven seven double oh nine double oh one two three",
            "oh seven seven double oh nine double oh one two three",
            "phone",
        ),
        ("07700-900-123 after six", "07700-900-123", "phone"),
        ("٠٧٧٠٠ ٩٠٠١٢٣", "٠٧٧٠٠ ٩٠٠١٢٣", "phone"),
        ("jo underscore k at yahoo dot co dot uk", "jo underscore k at yahoo dot co dot uk", "email"),
        ("it is on sleepymum.wordpress.com now", "sleepymum.wordpress.com", "url"),
        ("dob the third of March nineteen ninety", "the third of March nineteen ninety", "date_of_birth"),
        ("DOB 030390", "030390", "date_of_birth"),
        ("data urodzenia 3 marca 1990", "3 marca 1990", "date_of_birth"),
        ("send it to Rose Cottage, Mill Lane", "Rose Cottage, Mill Lane", "address"),
        ("Flat 9, Elm House, Long Road", "Flat 9, Elm House, Long Road", "address"),
        ("our address is 104 Sutton Heyes", "104 Sutton Heyes", "address"),
        ("22 Broadway. That is where I live", "22 Broadway", "address"),
        ("it is on Ash Road number 6, ring twice", "Ash Road number 6", "address"),
        ("we r at 6 woodside n they went past", "6 woodside", "address"),
        ("in Flat 3 above the chip shop on Hay Lane", "Flat 3 above the chip shop on Hay Lane", "address"),
        ("home birth at two Orchard Cottages", "two Orchard Cottages", "address"),
        ("placed in the Elm Hotel on Dock Road", "Elm Hotel on Dock Road", "address"),
        ("mieszkam przy Green Lane 12", "Green Lane 12", "address"),
        ("write to PO Box 118", "PO Box 118", "address"),
        ("sent to 4 Long Street not 40.", "4 Long Street not 40", "address"),
        ("he was born on Christmas Day 2024", "Christmas Day 2024", "date_of_birth"),
        ("born 30th Jan, not 31st Jan", "31st Jan", "date_of_birth"),
        ("I was born in 1979", "1979", "date_of_birth"),
        ("01632 960188 ext 4", "01632 960188 ext 4", "phone"),
        ("the number ends in 552", "552", "phone"),
        ("ask on ext 3327", "ext 3327", "phone"),
        ("NI number QQ 12 34 56 C", "QQ 12 34 56 C", "nhs_number"),
        ("moved to NE6 1 XD", "NE6 1 XD", "postcode"),
        ("we live in M14 5 so", "M14 5", "postcode"),
        ("my postcode is l e 3 1 a b", "l e 3 1 a b", "postcode"),
        ("read it on tinyfeet.zone/story.", "tinyfeet.zone/story", "url"),
        ("photos at picbox.example/a/4tY", "picbox.example/a/4tY", "url"),
        ("our website is bump-tales.zone", "bump-tales.zone", "url"),
        ("write to jo.k[at]post.example", "jo.k[at]post.example", "email"),
        ("mail jo7 at post.example", "jo7 at post.example", "email"),
        ("jan.k małpa poczta kropka pl", "jan.k małpa poczta kropka pl", "email"),
        ("пишіть h.k собака post.example", "h.k собака post.example", "email"),
        ("Zosia urodziła się 3 marca 2024 r. w domu", "3 marca 2024 r.", "date_of_birth"),
        ('"4 11 92 Maryam?" they called', "4 11 92", "date_of_birth"),
        ("ring 07700 900, then 412", "07700 900, then 412", "phone"),
        ('Houseboat "Wren", Mooring 4, Union Wharf', 'Houseboat "Wren", Mooring 4, Union Wharf', "address"),
        ("we are moored at Kingfisher Basin", "Kingfisher Basin", "address"),
        (
            "number 12, the one with the blue gate, Orchard Lane",
            "number 12, the one with the blue gate, Orchard Lane",
            "address",
        ),
        ("ہم ۲۴ بی، روز گارڈنز میں رہتے ہیں", "۲۴ بی، روز گارڈنز", "address"),
        ("আমরা ১২ নং শ্যামলী রোড এ থাকি", "১২ নং শ্যামলী রোড", "address"),
        ("живу вул. Дубова, 12", "вул. Дубова, 12", "address"),
    ],
)
def test_structured_details_are_found(text: str, detail: str, kind: str) -> None:
    assert (detail, kind) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "ward a12 3 beds and 2 chairs",
        "bay b6 2nd bed on the left",
        "I waited 45 minutes drive and 3 hours",
        "2 midwives close by and a 40 minute drive",
        "my scan was on 12/03/2026 at 10.30",
        "induced on 4 May, 41 weeks and 3 days",
        "rang 111 and then 999",
        "baby was 3.45kg at 2.30am",
        "LE3 is a long way from here",
        "1234567890 is no NHS number",
        "she came @ 3am",
        "left at 04/10/21 1345",
        "I parked on Mill Lane and walked up London Road",
        "Merton Road surgery and the Park Lane children's centre",
        "no one came and number 2 on the list was me",
        "we are at 3 hourly feeds and 9 centimetres",
        "8cm at 3.15, 10cm at 4.40",
        "on the May 4th visit, not the appointment on 3rd March",
        "it was lovely.they came at once",
        "I was at triage.nobody came",
        "bay C4 2 hours and ward E3 4 women",
        "visits at 9 10 11 12 1 2 3 4 5 6 and 7",
        "contractions every 5 - 4 - 4 - 3 - 3 - 2 - 2 - 1 - 1 - 1 minutes",
        "the pain was 7, 8, 6 and then 9 out of 10",
    ],
)
def test_ordinary_numbers_are_left(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Dr Patel was kind", ["Patel"]),
        ("dr. okonkwo never came", ["okonkwo"]),
        ("Mrs Smith-Jones's clinic", ["Smith-Jones"]),
        ("midwife sarah held my hand", ["sarah"]),
        ("my midwife was called joanne", ["joanne"]),
        ("a lady called Grace helped", ["Grace"]),
        ("She was called Faith and she was funny", ["Faith"]),
        ("Hello Amy-Leigh, if you read this", ["Amy-Leigh"]),
        ("Sister Mary ran the ward", ["Mary"]),
        ("thanks to emma and priya", ["emma", "priya"]),
        ("Thank you Agnieszka, Ioana & Fadumo", ["Agnieszka", "Ioana", "Fadumo"]),
        ("Khadija Begum stayed all night", ["Khadija Begum"]),
        ("my baby Zofia was born", ["Zofia"]),
        ("MIDWIFE SARAH WAS LOVELY", ["SARAH"]),
        ("fadumo was so gentle with me", ["fadumo"]),
        ("my name is Amina and I came in May", ["Amina"]),
        ("Will the midwife was calm", ["Will"]),
        ("hope was my midwife and I hope she stays", ["hope"]),
        ("Dawn delivered him at dawn", ["Dawn"]),
        ("we were looked after by Xanthippa", ["Xanthippa"]),
        ("Krystyna's hands were warm", ["Krystyna"]),
        ("Cared for by Ewa. Later ewa came back", ["Ewa", "ewa"]),
        ("Mark was in bits", ["Mark"]),
        ("sue made it all right", ["sue"]),
        ("Ms van der Merwe rang", ["van der Merwe"]),
        ("Al-Hashimi operated on me", ["Al-Hashimi"]),
        ("Alfie's birth was calm", ["Alfie"]),
        ("Zibusiso wiped my face", ["Zibusiso"]),
        ("I told Beverley twice", ["Beverley"]),
        ("Joy was her name", ["Joy"]),
        ("rosie the MSW was a star", ["rosie"]),
        ("especially faith, joy and Sandra", ["faith", "joy", "Sandra"]),
        ("I'm grace, I'm 31 and tired", ["grace"]),
        ("Mr A. Lindqvist-Mare came", ["A. Lindqvist-Mare"]),
        ("MRS T BEGUM AND KAYLEIGH B WERE KIND", ["T BEGUM", "KAYLEIGH B"]),
        ("Katarzyna aka kasiek on nights", ["Katarzyna", "kasiek"]),
        ("She said I'm Leocadia but call me Leo", ["Leocadia", "Leo"]),
        ("our wilfie was born at home", ["wilfie"]),
        ("my surname is Ha", ["Ha"]),
        ("pictures of Zephyrine for the board", ["Zephyrine"]),
    ],
)
def test_names_are_found(text: str, names: list[str]) -> None:
    assert [detail for detail, kind in found(text) if kind == "name"] == names


def test_role_words_of_the_language_announce_names() -> None:
    assert found("Położna Xymena była miła", "pl") == [("Xymena", "name")]
    assert found("Лікарка Мирослава дуже допомогла", "uk") == [("Мирослава", "name")]


def test_names_in_other_letters_are_found_as_their_language_bends_them() -> None:
    assert found("Дякую лікарці Наталії", "uk") == [("Наталії", "name")]
    assert found("أشكر سارة وليزا", "ar") == [("سارة وليزا", "name")]
    assert found("નર્સ જુલીએ મદદ કરી", "gu") == [("જુલીએ", "name")]
    assert found("ڈاکٹر صائمہ نے سمجھایا", "ur") == [("صائمہ", "name")]
    assert found("дякую медсестрі оксані", "uk") == [("оксані", "name")]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("شكرا للممرضة كلودين", "ar", "كلودين"),
        ("اسمي زرياب الطحان", "ar", "زرياب الطحان"),
        ("ہماری بیٹی زرناب کا وزن", "ur", "زرناب"),
        ("আমাদের ছেলে আরহান", "bn", "আরহান"),
        ("નર્સ ક્લેર ખૂબ સારી", "gu", "ક્લેર"),
        ("ਸਾਡੀ ਧੀ ਮਹਿਰੀਨ ਦਾ ਭਾਰ", "pa", "ਮਹਿਰੀਨ"),
        ("наша Златослава важила 3 кг", "uk", "Златослава"),
        ("sou a inês", "pt", "inês"),
    ],
)
def test_names_of_no_list_are_found_where_their_language_announces_them(
    text: str, language: str, name: str
) -> None:
    assert found(text, language) == [(name, "name")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("الطبيبة شرحت لي كل شيء", "ar"),
        ("نرس نے میری مدد کی", "ur"),
        ("ডাক্তার দেখেননি", "bn"),
        ("નર્સ આવી નહીં", "gu"),
        ("ਡਾਕਟਰ ਨੇ ਕਿਹਾ", "pa"),
    ],
)
def test_what_a_nurse_does_is_no_name(text: str, language: str) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize(
    "text",
    [
        "I hope they will be joyful in May",
        "Rose ward and the Florence suite were clean",
        "St Mary's and Queen Elizabeth Hospital",
        "James Cook hospital was busy",
        "the midwife led unit and the nurse practitioner",
        "the dr explained it, dr was late",
        "I miss my old midwife",
        "Thanks to everyone at Leicester Royal",
        "Thank you so much to the NHS",
        "Good staff. Enjoyed the food. Felt safe.",
        "Emma's Diary and Tommy's leaflets",
        "Will the midwife who was on nights please accept my thanks",
        "rose petals on the bed, and joy in the room",
        "Rosie's birth centre was calm, Mine was not",
        "Yoga, the Ockenden report and Sri Lankan food",
        "moved to Leeds with labetalol, then to Jasmine ward",
        "look at the Mumsnet page, said nobody ever",
        "I hope the midwife is ok, I'm Polish, and I'm happy, I'm home",
    ],
)
def test_words_that_look_like_names_are_left(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("midwife Sarah was rude", "the midwife was rude"),
        ("Midwife Sarah was rude", "The midwife was rude"),
        ("my midwife Sarah was rude", "my midwife was rude"),
        ("I saw Dr Patel twice", "I saw the doctor twice"),
        ("our health visitor Kate came", "our health visitor came"),
        ("my sister Mary came", "my sister [name] came"),
        ("she was called; midwife, Sarah", "she was called; midwife, [name]"),
        ("ring 07700 900123", "ring [phone number]"),
    ],
)
def test_neutral_words_stand_in(text: str, hidden: str) -> None:
    assert apply(text, suggest(text)) == hidden


def test_without_role_titles_only_the_span_changes() -> None:
    text = "midwife Sarah was rude"
    assert apply(text, suggest(text), role_titles=False) == "midwife [name] was rude"


def test_overlapping_redactions_become_one() -> None:
    overlapping = [Redaction(0, 5, "name"), Redaction(3, 8, "email")]
    assert apply("abcdefghij", overlapping) == "[email address]ij"


def test_a_redaction_outside_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="outside"):
        apply("short", [Redaction(2, 9, "name")])


def test_check_digit_of_nhs_numbers() -> None:
    assert passes_check_digit("943 476 5919")
    assert not passes_check_digit("943 476 5918")
    assert not passes_check_digit("943476591")


words = st.sampled_from(
    [
        "Dr",
        "midwife",
        "Sarah",
        "my",
        "07700900123",
        "a@b.co",
        "le1 5ww",
        "born on",
        "3/4/2025",
        ",",
        ".",
        "\n",
        "é",
        "👶",
        "the",
    ]
)
texts = st.one_of(st.text(max_size=80), st.lists(words, max_size=20).map(" ".join))


@given(texts)
def test_suggestions_stay_in_the_text_and_never_overlap(text: str) -> None:
    redactions = suggest(text)
    assert all(0 <= r.start < r.end <= len(text) for r in redactions)
    assert all(a.end <= b.start for a, b in pairwise(redactions))


@given(texts, st.data())
def test_nothing_outside_the_spans_changes(text: str, data: st.DataObject) -> None:
    bounds = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=8)))
    spans = [(a, b) for a, b in zip(bounds[::2], bounds[1::2], strict=False) if a < b]
    kinds = [data.draw(st.sampled_from(KINDS)) for _ in spans]
    redactions = [Redaction(a, b, kind) for (a, b), kind in zip(spans, kinds, strict=True)]
    hidden = apply(text, redactions, role_titles=False)
    rest = hidden
    position = 0
    for start, end in spans:
        kept = text[position:start]
        assert rest.startswith(kept)
        rest = rest[len(kept) :]
        rest = rest[rest.index("]") + 1 :]
        position = end
    assert rest == text[position:]


@given(st.text(max_size=60))
def test_without_redactions_nothing_changes(text: str) -> None:
    assert apply(text, []) == text
