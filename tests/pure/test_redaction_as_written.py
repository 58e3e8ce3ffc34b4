"""Details as people write them who never saw a form: taken apart, in words, halved, after any cue."""

import pytest

from surveys.moderation.redaction import suggest


def found(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(text[r.start : r.end], r.kind) for r in suggest(text, language=language)]


@pytest.mark.parametrize(
    ("text", "postcode"),
    [
        ("my postcode is se15 4 qw, ring twice", "se15 4 qw"),
        ("send it to m20 1 tr.", "m20 1 tr"),
        ("Flat 3, Corn Wharf, ox4 1 be", "ox4 1 be"),
        ("post code b4 2 be", "b4 2 be"),
        ("RG1 4 7PQ is how your form split it", "RG1 4 7PQ"),
        ("LS6 something 2JT, I forget", "LS6 something 2JT"),
        ("NE3 then 4QR is mine", "NE3 then 4QR"),
        ("my p/code is cf24", "cf24"),
        ("Postcode: M14", "M14"),
        ("B29 is my postcode", "B29"),
        ("do you need a postcode from me? SW9 then", "SW9"),
        ("postcode is 0X4 2AB, a zero", "0X4 2AB"),
        ("they typed SO14OAB with an O", "SO14OAB"),
        ("my postcode ends in 7AB", "7AB"),
        ("NG7  2  RD is far", "NG7  2  RD"),
        ("kod pocztowy le4 0 gh", "le4 0 gh"),
        ("codul postal este M9 4 dp", "M9 4 dp"),
        ("código postal é SE1 7 pq", "SE1 7 pq"),
        ("індекс b12 9 qs у листах", "b12 9 qs"),
        ("koodhka boostada waa b11 1 dt", "b11 1 dt"),
        ("پوسٹ کوڈ bd3 8 rl ہے", "bd3 8 rl"),
        ("পোস্টকোড e1 4 tt ভুল", "e1 4 tt"),
        ("પોસ્ટકોડ le5 3 gq છે", "le5 3 gq"),
        ("ਪੋਸਟ ਕੋਡ b66 4 th ਹੈ", "b66 4 th"),
        ("الرمز البريدي m12 5 ga", "m12 5 ga"),
    ],
)
def test_postcodes_are_found_as_they_are_written(text: str, postcode: str) -> None:
    assert (postcode, "postcode") in found(text)


def test_half_a_postcode_is_found_where_the_whole_one_stands_too() -> None:
    assert found("I live in L8, the whole of it is L8 0TQ") == [("L8", "postcode"), ("L8 0TQ", "postcode")]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("hosp no AB12345", "AB12345"),
        ("Hosp. No: H/448213", "H/448213"),
        ("hospital number on my band was KC 30 4471", "KC 30 4471"),
        ("the wristband said M 0044192, not mine", "M 0044192"),
        ("the tag on his ankle said C44781", "C44781"),
        ("pt number 773 4412", "773 4412"),
        ("K no. K 55 21 90", "K 55 21 90"),
        ("MRN was RX 220 119", "RX 220 119"),
        ("case number DC/0042/19", "DC/0042/19"),
        ("numer na opasce K 44120", "K 44120"),
        ("номер на браслеті K 44120", "K 44120"),
        ("رقم السوار K 44120", "K 44120"),
        ("passport number 533401372", "533401372"),
        ("RX440912 is my hospital number", "RX440912"),
        ("numărul meu de spital e K882134", "K882134"),
        ("numer szpitalny RX 00812", "RX 00812"),
        ("número de utente 442 190 331", "442 190 331"),
        ("номер пацієнта D0094127", "D0094127"),
        ("lambarka isbitaalka waa K 220931", "K 220931"),
        ("ہسپتال کا نمبر K 332 190 ہے", "K 332 190"),
        ("رقم الملف K 220 118", "K 220 118"),
        ("হাসপাতালের নম্বর K 220 551", "K 220 551"),
        ("હોસ્પિટલ નંબર K 449 210", "K 449 210"),
        ("ਹਸਪਤਾਲ ਦਾ ਨੰਬਰ H 339 120", "H 339 120"),
    ],
)
def test_numbers_of_records_are_found_after_a_cue_in_any_language(text: str, number: str) -> None:
    assert (number, "nhs_number") in found(text)


def test_a_number_built_like_an_announced_one_is_found_too() -> None:
    assert [detail for detail, _ in found("tag said D40318, the next cot's D40381")] == ["D40318", "D40381"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("DOB Sept 89", "Sept 89"),
        ("my dob is 03/1991", "03/1991"),
        ("I was born in March 1992", "March 1992"),
        ("July 1988 is my date of birth", "July 1988"),
        ("urodzona w czerwcu 1991", "czerwcu 1991"),
        ("data urodzenia 12.IV.2025", "12.IV.2025"),
        ("născută în aprilie 1993", "aprilie 1993"),
        ("nascida em junho de 1990", "junho de 1990"),
        ("народилася у травні 1992 року", "травні 1992 року"),
        ("dob 3rd/4th/1990", "3rd/4th/1990"),
        ("dob march 7th 87", "march 7th 87"),
        ("they put 9th of the 7th 1990 for my dob", "9th of the 7th 1990"),
        ("born fifth of June ninety one", "fifth of June ninety one"),
        ("born in nineteen eighty seven", "nineteen eighty seven"),
        ("Best birthday present ever! He came 9th May", "9th May"),
        ("4 July is her birthday", "4 July"),
        ("she is a March 1991 baby", "March 1991"),
        ("I'll be 40 on 12 March", "12 March"),
        ("he arrived safely 12th March", "12th March"),
        ("مواليد 1991", "1991"),
        ("my birthday, bonfire night", "bonfire night"),
        ("his birthday 30th August last year was hard", "30th August last year"),
        ("Baby boy Idris, 3rd Feb 26, 7lb 4", "3rd Feb 26"),
    ],
)
def test_births_are_found_as_they_are_told(text: str, date: str) -> None:
    assert (date, "date_of_birth") in found(text)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("adresa e ap 4, 12 Broad Street", "ap 4, 12 Broad Street"),
        ("to 2/3, 44 Quarry Road please", "2/3, 44 Quarry Road"),
        ("Second floor, 14 Chapel Road", "Second floor, 14 Chapel Road"),
        ("we rent 14 Chapel Road, top floor flat", "14 Chapel Road, top floor flat"),
        ("moro na 44 Chapel Road, 2º andar", "44 Chapel Road, 2º andar"),
        ("stau la 12 Chapel Road, etaj 2", "12 Chapel Road, etaj 2"),
        ("живу 12 Chapel Road, 2 поверх", "12 Chapel Road, 2 поверх"),
        ("ہم 12 Chapel Road، پہلی منزل پر", "12 Chapel Road، پہلی منزل"),
        ("Number twelve, The Hawthorns", "Number twelve, The Hawthorns"),
        ("she lives on Bellamy Road", "Bellamy Road"),
        ("our door is half way down Tanner Row", "Tanner Row"),
        ("living on acacia avenue with no lift", "acacia avenue"),
        ("we moved to Bellamy Close", "Bellamy Close"),
        ("it was forty two bellamy road", "forty two bellamy road"),
        ("our flat is on the 9th floor of Hope Tower", "9th floor of Hope Tower"),
        ("22 St. Mary's Close", "22 St. Mary's Close"),
        ("Rua Tanner Street, 12", "Rua Tanner Street, 12"),
        ("Oak Rise, number 6", "Oak Rise, number 6"),
        ("my door number is 66", "door number is 66"),
        ("gone to 61 instead of 16 Elm Road", "61 instead of 16 Elm Road"),
        ("we live opposite the school on Oak Rise", "Oak Rise"),
    ],
)
def test_homes_are_found_with_floor_and_flat_or_without_a_number(text: str, address: str) -> None:
    assert (address, "address") in found(text)


@pytest.mark.parametrize(
    ("text", "detail", "kind"),
    [
        ("0 7 7 0 0 then 900 then 441", "0 7 7 0 0 then 900 then 441", "phone"),
        ("07700 (no space) 900441", "07700 (no space) 900441", "phone"),
        ("O77OO 9OO 441", "O77OO 9OO 441", "phone"),
        ("the last three digits are 441", "441", "phone"),
        ("jo.k(no spaces)@example.com", "jo.k(no spaces)@example.com", "email"),
        ("jo.k(at symbol)example.com", "jo.k(at symbol)example.com", "email"),
        ("she is on insta tiny_tums", "tiny_tums", "url"),
    ],
)
def test_ways_to_reach_somebody_are_found_taken_apart(text: str, detail: str, kind: str) -> None:
    assert (detail, kind) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "bed b4 2 be exact, then bay c4 2 to a room",
        "I was on M4 2 hours late",
        "we gave our postcode at the desk on ward B6",
        "it's a postcode lottery, I was on level B4",
        "the clinic code is B12, my ward code was M14",
        "our case was number 3 of 4, reference ranges 12 to 150",
        "L4 5 disc, epidural at L3 4 am, and vitamin B12 4 me",
        "contractions every 10 then 8 then 5 then 4",
        "had my booking appt on 12 March",
        "had her scan on 12 March and she was fine",
        "May 2025 was a hard month",
        "label said 500 mg twice a day",
        "the notes said 38 weeks, 120/80 on the record",
        "hospital number 2 was better in 2025",
        "the ward on the second floor was hot, 12 of us",
        "I live in the next street and on one road in",
        "we're down the main road from the hospital",
        "it took twenty two minutes down the main road",
        "they asked me for my DoB and NoK again",
        "Refuge took me in, then Gingerbread",
        "CO2 5MG and PO2 95",
    ],
)
def test_what_only_looks_like_a_detail_is_left(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Laba saacadood ayaan sugay, isla qolkii", "en"),
        ("Não sabia de nada, mas foi muito bom", "en"),
        ("Eu nu vorbesc decât română", "en"),
        ("Na grupie Mamy w mieście", "en"),
        ("દીકરીનો જન્મ અહીં થયો", "gu"),
        ("ছেলের জন্ম এখানে", "bn"),
        ("নার্স সারা রাত পাশে ছিলেন", "bn"),
        ("ਪੁੱਤਰ ਦਾ ਜਨਮ ਇੱਥੇ ਹੋਇਆ", "pa"),
    ],
)
def test_words_of_other_languages_are_no_names(text: str, language: str) -> None:
    assert found(text, language) == []


def test_the_name_that_is_such_a_word_is_still_found() -> None:
    assert found("নার্স সারা এসেছিলেন", "bn") == [("সারা", "name")]
    assert found("Ayaan was my midwife and Isla was kind") == [("Ayaan", "name"), ("Isla", "name")]
